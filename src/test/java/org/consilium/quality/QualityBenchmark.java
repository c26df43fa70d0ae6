package org.consilium.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.consilium.cohort.CohortService;
import org.consilium.job.Progress;
import org.consilium.store.CohortRepository;
import org.consilium.store.Database;
import org.consilium.store.QualityRepository;
import org.consilium.store.TestStores;

/**
 * A report beside its peer, the same cohort merely read, in the same run. Arguments: patients
 * (10000).
 */
public final class QualityBenchmark {
    private QualityBenchmark() {}

    public static void main(String[] args) throws Exception {
        int patients = args.length == 0 ? 10_000 : Integer.parseInt(args[0]);
        Path home = Files.createTempDirectory("quality-benchmark");
        try (Database database = TestStores.open(home)) {
            TestStores.fill(database, "c", patients, 1);
            CohortService cohorts =
                    new CohortService(new CohortRepository(database, TestStores.CLOCK));
            QualityService service =
                    new QualityService(
                            cohorts,
                            List::of,
                            UnitComparison.AS_TEXT,
                            new QualityRepository(database),
                            TestStores.CLOCK);
            long cohort = cohorts.byName("c").id();
            for (int round = 0; round < 3; round++) {
                long[] events = {0};
                double read =
                        seconds(() -> {
                            cohorts.forEachTimeline(
                                    cohort,
                                    Progress.NONE,
                                    timeline -> events[0] += timeline.events().size());
                            return true;
                        });
                double report = seconds(() -> service.assessing("c").run(Progress.NONE));
                Runtime runtime = Runtime.getRuntime();
                System.gc();
                System.out.printf(
                        "%,d patients, %,d events: read %.2f s, report %.2f s (%,.0f events/s), heap after %d MB%n",
                        patients,
                        events[0],
                        read,
                        report,
                        events[0] / report,
                        (runtime.totalMemory() - runtime.freeMemory()) >> 20);
            }
        } finally {
            delete(home);
        }
    }

    private static double seconds(Callable<?> action) throws Exception {
        long begun = System.nanoTime();
        action.call();
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
