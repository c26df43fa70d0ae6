package org.consilium.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Another Java with this class path, whose lines are read as they come. Not thread-safe. */
public final class ChildJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;

    private ChildJvm(Process process) {
        this.process = process;
        this.lines = process.inputReader();
    }

    /**
     * @param wrapper what runs before Java, as the words of a shell; may be empty
     */
    public static ChildJvm start(String wrapper, Class<?> main, String... arguments)
            throws IOException {
        List<String> command =
                new ArrayList<>(List.of("sh", "-c", wrapper + " exec \"$0\" \"$@\""));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ChildJvm(
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    /** The next line, or null at the end. */
    public @Nullable String line() throws IOException {
        return lines.readLine();
    }

    /** SIGKILL; returns what it had said before, to its last whole line. */
    public List<String> kill() throws IOException, InterruptedException {
        // by its handle: Process.destroyForcibly would throw away what stands in the pipe
        process.toHandle().destroyForcibly();
        process.waitFor();
        List<String> rest = new ArrayList<>();
        for (String line = line(); line != null; line = line()) {
            rest.add(line);
        }
        return rest;
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        lines.close();
    }
}
