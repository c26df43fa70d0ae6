package org.consilium.importing.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A short run of Jazzer over all readers, from the seeds on. In a JVM of its own: Jazzer fuzzes one
 * test a JVM, and ends it. What it finds lies in target/fuzz; it belongs to the seeds once it is
 * mended.
 */
class FuzzBudgetTest {
    private static final int SECONDS = 25;
    private static final Path FOUND = Path.of("target/fuzz");
    private static final Path SEEDS =
            Path.of("src/test/resources/org/consilium/importing/hostile/ReadersFuzzTestInputs");

    /** As {@link ReadersFuzzTest#all} tells them apart. */
    private static final Map<String, Character> TARGETS =
            Map.ofEntries(
                    Map.entry("fhirBundle", 'a'),
                    Map.entry("synthea", 'b'),
                    Map.entry("zip", 'c'),
                    Map.entry("gzip", 'd'),
                    Map.entry("wallClock", 'e'),
                    Map.entry("fhirLines", 'f'),
                    Map.entry("omop", 'g'),
                    Map.entry("events", 'h'),
                    Map.entry("mapping", 'i'),
                    Map.entry("mapped", 'j'),
                    Map.entry("dialect", 'z'));

    @TempDir private Path corpus = Path.of("unset");

    @Test
    void nothingIsFoundInAShortTime() throws Exception {
        for (var target : TARGETS.entrySet()) {
            try (Stream<Path> seeds = Files.list(SEEDS.resolve(target.getKey()))) {
                for (Path seed : seeds.toList()) {
                    copy(seed, target);
                }
            }
        }
        Files.createDirectories(FOUND);
        Path log = FOUND.resolve("log.txt");
        Process jazzer =
                new ProcessBuilder(command())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        assertThat(jazzer.waitFor()).as("see " + log).isZero();
        assertThat(log).content().contains("Done ");
    }

    private void copy(Path seed, Map.Entry<String, Character> target) throws IOException {
        byte[] content = Files.readAllBytes(seed);
        byte[] marked = new byte[content.length + 1];
        marked[0] = (byte) (char) target.getValue();
        System.arraycopy(content, 0, marked, 1, content.length);
        Files.write(corpus.resolve(target.getKey() + "-" + seed.getFileName()), marked);
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.io.tmpdir=" + corpus.getParent(),
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + ReadersFuzzTest.class.getName(),
                "--target_method=all",
                "--instrumentation_includes=org.consilium.importing.**",
                "--custom_hook_includes=org.consilium.importing.**",
                "--reproducer_path=" + FOUND,
                "-max_total_time=" + SECONDS,
                "-timeout=20",
                "-rss_limit_mb=0",
                "-artifact_prefix=" + FOUND + "/",
                corpus.toString());
    }
}
