package org.consilium.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.consilium.clinical.PatientSummary;
import org.consilium.clinical.Timeline;

/**
 * Cohorts that grow: is an import linear in its size, does the worklist open at once, does any
 * chart, and how long does training wait for the whole cohort, beside a JDBC scan of a table with a
 * row an event ({@link RowPerEvent}) in the same run. Prints a table for docs/benchmarks.md, which
 * has the command. Making up the events is not timed.
 */
final class ScaleBenchmark {
    private static final int EVENTS = 500;
    private static final int CHARTS = 2000;
    private static final int WORKLISTS = 5;
    private static final long SEED = 42;

    private final Path home;

    private ScaleBenchmark(Path home) {
        this.home = home;
    }

    /** Arguments: sizes of cohorts (1000 3000 10000). */
    public static void main(String[] arguments) throws IOException {
        List<Integer> sizes =
                arguments.length > 0
                        ? Arrays.stream(arguments).map(Integer::valueOf).toList()
                        : List.of(1000, 3000, 10_000);
        Path home = Files.createTempDirectory("consilium-benchmark");
        try {
            System.out.printf(
                    "| patients | import, s | \u00b5s an event | worklist opened and sorted, worst of %d, ms | chart, p99 ms | worst chart, ms"
                            + " | read whole, s | row an event, s | ratio |%n|---|---|---|---|---|---|---|---|---|%n",
                    WORKLISTS);
            // the first one warms up
            new ScaleBenchmark(Files.createDirectory(home.resolve("warm"))).run(500, false);
            for (int size : sizes) {
                new ScaleBenchmark(Files.createDirectory(home.resolve("h" + size))).run(size, true);
            }
        } finally {
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void run(int patients, boolean print) throws IOException {
        double[] imported = {0};
        double worklist;
        double[] charts;
        double read;
        try (Database database = TestStores.open(home)) {
            CohortRepository cohorts = new CohortRepository(database, TestStores.CLOCK);
            RandomTimelines random = new RandomTimelines(SEED);
            try (ImportSession session = cohorts.beginImport("Ward 7", true)) {
                for (int i = 0; i < patients; i++) {
                    Timeline timeline = random.next("p" + i, 20, EVENTS);
                    imported[0] += seconds(() -> session.put(timeline));
                }
                imported[0] += seconds(session::commit);
            }
            long cohort = cohorts.byName("Ward 7").orElseThrow().id();
            worklist = 0;
            for (int i = 0; i < WORKLISTS; i++) {
                worklist = Math.max(worklist, seconds(() -> worklist(cohorts, cohort)));
            }
            charts = charts(cohorts, cohort, patients);
            long[] seen = {0};
            read = seconds(() -> cohorts.forEach(cohort, each -> seen[0] += each.events().size()));
            check(seen[0] == (long) patients * EVENTS);
        }
        double scan = rows(patients);
        if (print) {
            System.out.printf(
                    "| %,d | %.2f | %.2f | %.0f | %.2f | %.2f | %.2f | %.2f | %.1f |%n",
                    patients,
                    imported[0],
                    imported[0] * 1e6 / patients / EVENTS,
                    worklist * 1000,
                    charts[CHARTS * 99 / 100],
                    charts[CHARTS - 1],
                    read,
                    scan,
                    scan / read);
        }
    }

    private static void worklist(CohortRepository cohorts, long cohort) {
        List<PatientSummary> patients = new ArrayList<>(cohorts.patients(cohort));
        patients.sort(
                Comparator.comparing(
                        PatientSummary::lastEncounter,
                        Comparator.nullsLast(Comparator.reverseOrder())));
    }

    /** Milliseconds, sorted. */
    private static double[] charts(CohortRepository cohorts, long cohort, int patients) {
        Random random = new Random(SEED);
        double[] millis = new double[CHARTS];
        for (int i = 0; i < CHARTS; i++) {
            String id = "p" + random.nextInt(patients);
            millis[i] =
                    1000
                            * seconds(() ->
                                    check(
                                            cohorts.timeline(cohort, id)
                                                            .orElseThrow()
                                                            .events()
                                                            .size()
                                                    == EVENTS));
        }
        Arrays.sort(millis);
        return millis;
    }

    private double rows(int patients) {
        RandomTimelines random = new RandomTimelines(SEED);
        try (RowPerEvent table = new RowPerEvent(home.resolve("rows"))) {
            for (int i = 0; i < patients; i++) {
                table.put(i, random.next("p" + i, 20, EVENTS).events());
            }
            table.commit();
            long[] seen = {0};
            double scan = seconds(() -> table.forEach(each -> seen[0]++));
            check(seen[0] == (long) patients * EVENTS);
            return scan;
        }
    }

    private static void check(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("events are missing");
        }
    }

    private static double seconds(Runnable action) {
        long begin = System.nanoTime();
        action.run();
        return (System.nanoTime() - begin) / 1e9;
    }
}
