package org.consilium.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.application.Platform;
import org.consilium.job.ExecutorJobRunner;
import org.consilium.job.JobRunner;
import org.consilium.job.Progress;
import org.consilium.ui.shell.Tour;

/**
 * Resident memory of the process at each step of the tour (Linux: /proc/self/status), headless.
 * Start it with the launcher's options of Java and its environment; it takes no arguments.
 */
final class MemoryBenchmark {
    private MemoryBenchmark() {}

    public static void main(String[] args) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Path folder = Files.createTempDirectory("memory-benchmark");
        Platform.startup(() -> say("JavaFX has started"));
        try (ContextAccess access = new ContextAccess(new Home(folder, Path.of("models")));
                JobRunner jobs = new ExecutorJobRunner()) {
            Progress steps =
                    new Progress() {
                        @Override
                        public void report(long done, long total, String message) {
                            say(message);
                        }

                        @Override
                        public void checkCancelled() {}
                    };
            new Tour(access, jobs, folder.resolve("out"), steps).drive();
            say("the end");
        }
        Runtime.getRuntime().halt(0);
    }

    private static void say(String when) {
        try {
            long now = 0;
            long most = 0;
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("VmRSS:")) {
                    now = kilobytes(line);
                } else if (line.startsWith("VmHWM:")) {
                    most = kilobytes(line);
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-26s %5d MB now, %5d MB at most so far%n",
                    when,
                    now >> 10,
                    most >> 10);
        } catch (IOException e) {
            throw new IllegalStateException("this needs Linux", e);
        }
    }

    private static long kilobytes(String line) {
        return Long.parseLong(line.replaceAll("\\D", ""));
    }
}
