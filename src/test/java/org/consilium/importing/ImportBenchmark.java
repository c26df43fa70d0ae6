package org.consilium.importing;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.consilium.importing.synthea.SyntheaReader;
import org.consilium.job.Progress;
import org.consilium.meaning.ShippedTables;
import org.consilium.store.CohortRepository;
import org.consilium.store.Database;
import org.consilium.store.TestStores;

/**
 * A folder of Synthea CSV into an encrypted store, beside commons-csv alone walking the same rows;
 * then the same folder again, of which nothing is new. Prints a table for docs/benchmarks.md, which
 * has the command. Beside the seconds stands the CPU time, which tells what two free cores would
 * take on a machine that has other things to do: of all threads, and of the one that reads, which
 * is the busiest.
 */
final class ImportBenchmark {
    private final Path export;
    private final Path home;
    private final long budget;

    private ImportBenchmark(Path export, Path home, long budget) {
        this.export = export;
        this.home = home;
        this.budget = budget;
    }

    /** Arguments: folder, megabytes that may be gathered in memory (128), "again" or "once". */
    public static void main(String[] arguments) throws Exception {
        long megabytes = arguments.length > 1 ? Long.parseLong(arguments[1]) : 128;
        boolean again = arguments.length < 3 || arguments[2].equals("again");
        Path home = Files.createTempDirectory("consilium-benchmark");
        try {
            new ImportBenchmark(Path.of(arguments[0]), home, megabytes << 20).run(again);
        } finally {
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void run(boolean again) throws Exception {
        System.out.printf(
                "| | seconds | a second | CPU, s | CPU of the reading thread, s | peak of heap, MB |%n|---|---|---|---|---|---|%n");
        Clocks clocks = new Clocks();
        long rows = walk();
        clocks.line("commons-csv alone, %,d rows".formatted(rows), rows);
        try (Database database = TestStores.open(home)) {
            CohortRepository cohorts = new CohortRepository(database, Clock.systemUTC());
            ImportService service =
                    new ImportService(
                            List.of(new SyntheaReader()),
                            cohorts,
                            ShippedTables.read().units(),
                            budget);
            take("import", service);
            if (again) {
                take("import of the same again", service);
            }
        }
        System.out.printf("%nStore: %.0f MB%n", Files.size(Database.file(home)) / 1e6);
    }

    private void take(String what, ImportService service) throws Exception {
        Clocks clocks = new Clocks();
        ImportReport report =
                service.importing(
                                new ImportRequest(
                                        "Ward", List.of(export), ImportRequest.AUTO, true))
                        .run(Progress.NONE);
        clocks.line(
                "%s, %,d patients, %,d events".formatted(what, report.patients(), report.events()),
                report.events());
    }

    /** From its making on. */
    private static final class Clocks {
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private final OperatingSystemMXBean process =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        private final long begun = System.nanoTime();
        private final long cpu = process.getProcessCpuTime();
        private final long reading = threads.getCurrentThreadCpuTime();

        private Clocks() {
            ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        }

        private void line(String what, long count) {
            double seconds = (System.nanoTime() - begun) / 1e9;
            System.out.printf(
                    "| %s | %.1f | %,.0f | %.1f | %.1f | %d |%n",
                    what,
                    seconds,
                    count / seconds,
                    (process.getProcessCpuTime() - cpu) / 1e9,
                    (threads.getCurrentThreadCpuTime() - reading) / 1e9,
                    peak());
        }
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }

    private long walk() throws IOException {
        long rows = 0;
        try (Stream<Path> files = Files.list(export)) {
            for (Path file : files.sorted().toList()) {
                try (Reader text = Files.newBufferedReader(file);
                        CSVParser parser =
                                CSVParser.builder()
                                        .setReader(text)
                                        .setFormat(CSVFormat.DEFAULT)
                                        .get()) {
                    for (CSVRecord row : parser) {
                        rows += row.size() > 0 ? 1 : 0;
                    }
                }
            }
        }
        return rows;
    }
}
