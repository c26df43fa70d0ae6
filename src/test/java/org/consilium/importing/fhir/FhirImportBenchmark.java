package org.consilium.importing.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.consilium.importing.ImportReport;
import org.consilium.importing.ImportRequest;
import org.consilium.importing.ImportService;
import org.consilium.job.Progress;
import org.consilium.meaning.ShippedTables;
import org.consilium.store.CohortRepository;
import org.consilium.store.Database;
import org.consilium.store.TestStores;
import org.hl7.fhir.r4.model.Bundle;

/**
 * A whole import into the encrypted store, beside Jackson alone walking the same bytes with strings
 * and HAPI parsing some of the same bundles, turn by turn in one run. Prints a table for
 * docs/benchmarks.md, which has the command. The import makes its store; what it takes without that
 * is told, too, since a person's store is there when they import. Seconds of the clock and of the
 * processor: the latter count all threads and do not mind what else the machine does.
 */
final class FhirImportBenchmark {
    /** HAPI needs some 20 times the size of a bundle. */
    private static final long LARGEST_FOR_HAPI = 8 << 20;

    private final JsonFactory jackson = new JsonFactory();
    private long characters;
    private double storeSeconds;
    private double storeProcessor;

    /** What some bytes cost. */
    private record Figures(long bytes, double wall, double processor) {
        String row(String name) {
            double megabytes = bytes / 1e6;
            return "| %s | %,.0f | %.1f | %.0f | %.1f | %.0f |"
                    .formatted(
                            name,
                            megabytes,
                            wall,
                            megabytes / wall,
                            processor,
                            megabytes / processor);
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    /** Arguments: folder of bundles, rounds (3), bundles for HAPI (4). */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        int some = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 4;
        new FhirImportBenchmark().run(folder, rounds, some);
    }

    private void run(Path folder, int rounds, int some) throws Exception {
        List<Path> all = files(folder);
        List<Path> forHapi =
                all.stream().filter(FhirImportBenchmark::isForHapi).limit(some).toList();
        IParser hapi = FhirContext.forR4Cached().newJsonParser();
        parse(hapi, forHapi.getFirst()); // its first bundle takes seconds
        System.out.printf(
                "heap %,d MB%n%n| | MB | s | MB/s | processor s | MB/s of processor |%n"
                        + "|---|---|---|---|---|---|%n",
                Runtime.getRuntime().maxMemory() >> 20);
        for (int round = 1; round <= rounds; round++) {
            Figures walked =
                    timed(
                            all,
                            () -> {
                                for (Path file : all) {
                                    walk(file);
                                }
                            });
            System.out.println(walked.row("Jackson with strings"));
            Figures imported = timed(all, () -> load(folder));
            System.out.println(imported.row("import into the encrypted store"));
            Figures alone =
                    new Figures(
                            imported.bytes,
                            imported.wall - storeSeconds,
                            imported.processor - storeProcessor);
            System.out.println(alone.row("... without making the store"));
            Figures parsed =
                    timed(
                            forHapi,
                            () -> {
                                for (Path file : forHapi) {
                                    parse(hapi, file);
                                }
                            });
            System.out.println(parsed.row("HAPI"));
            ratios("ratio to Jackson, to HAPI", imported, walked, parsed);
            ratios("... without making the store", alone, walked, parsed);
        }
        System.out.printf("%n%,d characters%n", characters);
    }

    private static void ratios(String name, Figures imported, Figures walked, Figures parsed) {
        System.out.printf(
                "| %s | | | %.2f, %.1f | | %.2f, %.1f |%n",
                name,
                rate(imported.wall, imported) / rate(walked.wall, walked),
                rate(imported.wall, imported) / rate(parsed.wall, parsed),
                rate(imported.processor, imported) / rate(walked.processor, walked),
                rate(imported.processor, imported) / rate(parsed.processor, parsed));
    }

    private static double rate(double seconds, Figures figures) {
        return figures.bytes / seconds;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static boolean isForHapi(Path file) {
        return file.toFile().length() > LARGEST_FOR_HAPI / 4
                && file.toFile().length() < LARGEST_FOR_HAPI;
    }

    private static Figures timed(List<Path> files, Work work) throws Exception {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        System.gc();
        double processor = processorSeconds();
        long begun = System.nanoTime();
        work.run();
        return new Figures(
                bytes, (System.nanoTime() - begun) / 1e9, processorSeconds() - processor);
    }

    private static double processorSeconds() {
        var system =
                ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return system.getProcessCpuTime() / 1e9;
    }

    private void walk(Path file) throws IOException {
        try (JsonParser parser = jackson.createParser(Files.newInputStream(file))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
                    characters += parser.getText().length();
                }
            }
        }
    }

    private static void parse(IParser hapi, Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            if (hapi.parseResource(Bundle.class, reader).getEntry().isEmpty()) {
                throw new IllegalStateException("an empty bundle");
            }
        }
    }

    private void load(Path folder) throws Exception {
        Path home = Files.createTempDirectory("consilium-fhir-benchmark");
        long begun = System.nanoTime();
        double before = processorSeconds();
        try (Database database = TestStores.open(home)) {
            storeSeconds = (System.nanoTime() - begun) / 1e9;
            storeProcessor = processorSeconds() - before;
            var repository = new CohortRepository(database, TestStores.CLOCK);
            var service =
                    new ImportService(
                            List.of(new FhirReader()), repository, ShippedTables.read().units());
            var request = new ImportRequest("benchmark", List.of(folder), ImportRequest.AUTO, true);
            ImportReport report = service.importing(request).run(Progress.NONE);
            if (report.events() == 0) {
                throw new IllegalStateException("nothing was read");
            }
        } finally {
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
