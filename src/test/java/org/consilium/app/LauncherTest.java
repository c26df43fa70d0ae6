package org.consilium.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shell launcher, with folders of its own that hold Javas which only tell how they were called.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {
    @TempDir private Path folder;

    private Path application = Path.of("");

    /** What the launcher may call; the PATH of this machine might hold a Java. */
    private Path tools = Path.of("");

    @BeforeEach
    void layOut() throws IOException {
        application = Files.createDirectories(folder.resolve("with space/consilium"));
        Path bin = Files.createDirectories(application.resolve("bin"));
        tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("sh", "sed", "dirname", "readlink", "tr", "env", "grep")) {
            Path real = Path.of("/bin", tool);
            script(
                    tools.resolve(tool),
                    "exec " + (Files.exists(real) ? real : Path.of("/usr/bin", tool)) + " \"$@\"");
        }
        Files.copy(Path.of("installer/bin/consilium"), bin.resolve("consilium"));
    }

    @Test
    void withoutJavaItSaysHowToGetOne() throws Exception {
        java("jdk-17", "17.0.15");

        Said said = start(Map.of());

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.text()).hasLineCount(1).contains("needs Java 25", "adoptium.net");
    }

    @Test
    void findsTheJavaThatIsNewEnough() throws Exception {
        java("jdk-17", "17.0.15");
        Path wanted = java("jdk-25", "25.0.3");

        Said said = start(Map.of(), "cohorts", "--json");

        assertThat(said.exit()).isZero();
        assertThat(said.text())
                .contains("I am " + wanted)
                .contains("-Xmx1536m")
                .contains("MALLOC_ARENA_MAX=1")
                .contains("/lib/*")
                .endsWith("cohorts --json\n");
    }

    @Test
    void javaHomeComesFirstUnlessItIsTooOld() throws Exception {
        Path other = java("jdk-25", "25.0.3");
        Path old = fake(folder.resolve("mine/jdk-21"), "21.0.4");
        Path mine = fake(folder.resolve("mine/jdk-26"), "26");

        assertThat(start(Map.of("JAVA_HOME", mine.toString())).text()).contains("I am " + mine);
        assertThat(start(Map.of("JAVA_HOME", old.toString())).text()).contains("I am " + other);
    }

    @Test
    void givesCohortsMoreMemoryAndThePersonTheLastWord() throws Exception {
        java("jdk-25", "25.0.3");

        assertThat(start(Map.of(), "--home", "/x", "tune").text()).contains("-Xmx1536m");
        assertThat(start(Map.of("CONSILIUM_OPTS", "-Xmx3g -Dx=y"), "tune").text())
                .containsSubsequence("-Xmx1536m", "-Xmx3g -Dx=y");
    }

    @Test
    void startsThroughALink() throws Exception {
        java("jdk-25", "25.0.3");
        Path link = folder.resolve("consilium");
        Files.createSymbolicLink(link, application.resolve("bin/consilium"));

        assertThat(run(link, Map.of()).text())
                .contains("CONSILIUM_MODELS=" + application.toRealPath() + "/models");
    }

    private Path java(String name, String version) throws IOException {
        return fake(folder.resolve("jdks").resolve(name), version);
    }

    private static Path fake(Path home, String version) throws IOException {
        Path bin = Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        script(
                bin.resolve("java"),
                "echo \"I am " + home + "\"\nenv | grep -E 'MALLOC|MODELS'\necho \"$@\"");
        return home;
    }

    private static void script(Path file, String commands) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + commands + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private record Said(int exit, String text) {}

    private Said start(Map<String, String> environment, String... arguments) throws Exception {
        return run(application.resolve("bin/consilium"), environment, arguments);
    }

    private Said run(Path script, Map<String, String> environment, String... arguments)
            throws Exception {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", script.toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("CONSILIUM_JDKS", folder.resolve("jdks").toString());
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Said(process.exitValue(), text);
    }
}
