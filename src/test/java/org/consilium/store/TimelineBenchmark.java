package org.consilium.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.consilium.clinical.Timeline;

/**
 * A timeline as one value against a row an event: the same events, the same encrypted H2, one run.
 * Prints a table for docs/benchmarks.md, which has the command. Making up the events is not timed.
 */
final class TimelineBenchmark {
    private static final int OPENINGS = 2000;
    private static final int WARM_UP = 500;
    private static final long SEED = 42;

    private final Path home;
    private final int patients;
    private final int events;

    private TimelineBenchmark(Path home, int patients, int events) {
        this.home = home;
        this.patients = patients;
        this.events = events;
    }

    /** Arguments: patients (1000), events a patient (500). */
    public static void main(String[] arguments) throws IOException {
        int patients = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        int events = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500;
        Path home = Files.createTempDirectory("consilium-benchmark");
        try {
            new TimelineBenchmark(home, patients, events).run();
        } finally {
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void run() throws IOException {
        Figures value = value();
        Figures rows = rows();
        if (value.events != rows.events) {
            throw new IllegalStateException("not the same events");
        }
        System.out.printf(
                "%,d patients, %,d events%n%n| | one value | row an event | ratio |%n|---|---|---|---|%n",
                patients, value.events);
        line("write, s", value.write, rows.write);
        line("read the whole cohort, s", value.read, rows.read);
        line("open one patient, p50 ms", value.p50, rows.p50);
        line("open one patient, p99 ms", value.p99, rows.p99);
        line("file, MB", value.megabytes, rows.megabytes);
    }

    private static void line(String what, double value, double rows) {
        System.out.printf("| %s | %.2f | %.2f | %.1f |%n", what, value, rows, rows / value);
    }

    private Figures value() throws IOException {
        RandomTimelines random = new RandomTimelines(SEED);
        Stopwatch write = new Stopwatch();
        try (Database database = TestStores.open(home)) {
            CohortRepository cohorts = new CohortRepository(database, TestStores.CLOCK);
            try (ImportSession session = cohorts.beginImport("Ward 7", true)) {
                for (int i = 0; i < patients; i++) {
                    Timeline timeline = random.next("p" + i, 20, events);
                    write.time(() -> session.put(timeline));
                }
                write.time(session::commit);
            }
            long cohort = cohorts.byName("Ward 7").orElseThrow().id();
            Stopwatch read = new Stopwatch();
            long[] seen = {0};
            read.time(() -> cohorts.forEach(cohort, each -> seen[0] += each.events().size()));
            double[] openings =
                    openings(i -> cohorts.timeline(cohort, "p" + i).orElseThrow().events().size());
            return figures(write, read, openings, seen[0], Database.file(home));
        }
    }

    private Figures rows() throws IOException {
        RandomTimelines random = new RandomTimelines(SEED);
        Stopwatch write = new Stopwatch();
        Path file = home.resolve("rows");
        try (RowPerEvent table = new RowPerEvent(file)) {
            for (int i = 0; i < patients; i++) {
                int patient = i;
                Timeline timeline = random.next("p" + i, 20, events);
                write.time(() -> table.put(patient, timeline.events()));
            }
            write.time(table::commit);
            Stopwatch read = new Stopwatch();
            long[] seen = {0};
            read.time(() -> table.forEach(each -> seen[0]++));
            double[] openings = openings(i -> table.open(i).size());
            return figures(write, read, openings, seen[0], home.resolve("rows.mv.db"));
        }
    }

    private static Figures figures(
            Stopwatch write, Stopwatch read, double[] openings, long seen, Path file)
            throws IOException {
        return new Figures(
                write.seconds(),
                read.seconds(),
                openings[openings.length / 2],
                openings[openings.length * 99 / 100],
                Files.size(file) / 1e6,
                seen);
    }

    /** Milliseconds, sorted. */
    private double[] openings(IntUnaryOperator open) {
        Random random = new Random(SEED);
        double[] millis = new double[OPENINGS];
        for (int i = -WARM_UP; i < OPENINGS; i++) {
            Stopwatch watch = new Stopwatch();
            int patient = random.nextInt(patients);
            watch.time(() -> check(open.applyAsInt(patient)));
            if (i >= 0) {
                millis[i] = 1000 * watch.seconds();
            }
        }
        Arrays.sort(millis);
        return millis;
    }

    private void check(int found) {
        if (found != events) {
            throw new IllegalStateException("events are missing");
        }
    }

    private record Figures(
            double write, double read, double p50, double p99, double megabytes, long events) {}

    private static final class Stopwatch {
        private long nanos;

        private void time(Runnable action) {
            long begin = System.nanoTime();
            action.run();
            nanos += System.nanoTime() - begin;
        }

        private double seconds() {
            return nanos / 1e9;
        }
    }
}
