package org.consilium.importing.omop;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.consilium.importing.ImportReport;
import org.consilium.importing.ImportRequest;
import org.consilium.importing.ImportService;
import org.consilium.job.Progress;
import org.consilium.meaning.ShippedTables;
import org.consilium.store.CohortRepository;
import org.consilium.store.Database;
import org.consilium.store.TestStores;

/**
 * A made-up export into the encrypted store, beside commons-csv alone that walks the same bytes and
 * looks at every cell. Arguments: persons, events a person, concepts of the vocabulary. Each is run
 * twice; the second counts.
 */
final class OmopBenchmark {
    private static final int VISITS = 20;
    private static final int KINDS = 2_000;

    private final Path folder;
    private final int persons;
    private final int events;
    private final int concepts;
    private final Random random = new Random(7);

    private OmopBenchmark(Path folder, int persons, int events, int concepts) {
        this.folder = folder;
        this.persons = persons;
        this.events = events;
        this.concepts = concepts;
    }

    /** What writes a row. */
    @FunctionalInterface
    private interface RowWriter {
        void write(BufferedWriter to, long id, int person) throws IOException;
    }

    public static void main(String[] args) throws Exception {
        Path work = Files.createTempDirectory("consilium-omop");
        try {
            OmopBenchmark benchmark =
                    new OmopBenchmark(
                            Files.createDirectory(work.resolve("cdm")),
                            Integer.parseInt(args[0]),
                            Integer.parseInt(args[1]),
                            Integer.parseInt(args[2]));
            benchmark.generate();
            long bytes = benchmark.bytes();
            for (int round = 1; round <= 2; round++) {
                double before = cpu();
                double walk = benchmark.walk();
                double between = cpu();
                ImportReport report = benchmark.load(work.resolve("store" + round));
                double after = cpu();
                System.out.printf(
                        Locale.ROOT,
                        "round %d: %,d persons, %,d events, %,d bytes: commons-csv alone %.2f s (CPU %.2f), import %.2f s (CPU %.2f), %,.0f events/s (%,.0f per CPU second), rejected %d%n",
                        round,
                        report.patients(),
                        report.events(),
                        bytes,
                        walk,
                        between - before,
                        report.seconds(),
                        after - between,
                        report.events() / report.seconds(),
                        report.events() / (after - between),
                        report.rejected());
            }
        } finally {
            delete(work);
        }
    }

    /** Seconds of CPU that this process has used: what can be compared on a busy machine. */
    private static double cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    private void generate() throws IOException {
        table(
                "person.csv",
                OmopFolder.PERSON,
                1,
                (to, id, person) -> to.write(person + ",8507,1970,3,1,8527,38003564\n"));
        table(
                "visit_occurrence.csv",
                OmopFolder.VISIT,
                VISITS,
                (to, id, person) ->
                        to.write(
                                id + "," + person + ",9202," + date(id) + "," + date(id) + ",0\n"));
        table(
                "condition_occurrence.csv",
                OmopFolder.CONDITION,
                events / 10,
                (to, id, person) ->
                        to.write(
                                id
                                        + ","
                                        + person
                                        + ","
                                        + concept()
                                        + ","
                                        + date(id)
                                        + ",,"
                                        + visit(person)
                                        + ",I10,0\n"));
        table(
                "drug_exposure.csv",
                OmopFolder.DRUG,
                events / 5,
                (to, id, person) ->
                        to.write(
                                id
                                        + ","
                                        + person
                                        + ","
                                        + concept()
                                        + ","
                                        + date(id)
                                        + ","
                                        + date(id + 3)
                                        + ",,30,00002751001,0\n"));
        generateResults();
        generateVocabulary();
    }

    private void generateResults() throws IOException {
        table(
                "measurement.csv",
                OmopFolder.MEASUREMENT,
                events / 2,
                (to, id, person) ->
                        to.write(
                                id
                                        + ","
                                        + person
                                        + ","
                                        + concept()
                                        + ","
                                        + date(id)
                                        + ",0,"
                                        + random.nextInt(2_000) / 10.0
                                        + ",0,8840,70,99,2339-0,mg/dL,\n"));
        table(
                "observation.csv",
                OmopFolder.OBSERVATION,
                events / 5,
                (to, id, person) ->
                        to.write(
                                id
                                        + ","
                                        + person
                                        + ","
                                        + concept()
                                        + ","
                                        + date(id)
                                        + ",,often,0,72166-2\n"));
    }

    private void generateVocabulary() throws IOException {
        try (BufferedWriter to = Files.newBufferedWriter(folder.resolve("CONCEPT.csv"))) {
            to.write(OmopFolder.CONCEPT);
            for (int i = 0; i < concepts; i++) {
                to.write(
                        i
                                + 1
                                + "\tName of a concept of the vocabulary, number "
                                + i
                                + "\tMeasurement\tLOINC\tLab Test\tS\t"
                                + i
                                + "-1\t19700101\t20991231\t\n");
            }
        }
    }

    private void table(String name, String header, int each, RowWriter rows) throws IOException {
        try (BufferedWriter to = Files.newBufferedWriter(folder.resolve(name))) {
            to.write(header);
            long id = 0;
            for (int person = 1; person <= persons; person++) {
                for (int i = 0; i < each; i++) {
                    rows.write(to, ++id, person);
                }
            }
        }
    }

    private static LocalDate date(long id) {
        return LocalDate.ofEpochDay(15_000 + id % 4_000);
    }

    private int concept() {
        return 1 + random.nextInt(KINDS) * Math.max(1, concepts / KINDS);
    }

    private int visit(int person) {
        return (person - 1) * VISITS + 1 + random.nextInt(VISITS);
    }

    private long bytes() throws IOException {
        long bytes = 0;
        for (Path file : files()) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private double walk() throws IOException {
        long begun = System.nanoTime();
        long length = 0;
        for (Path file : files()) {
            CSVFormat format =
                    file.endsWith("CONCEPT.csv")
                            ? CSVFormat.TDF.builder().setQuote(null).get()
                            : CSVFormat.RFC4180;
            try (Reader text = Files.newBufferedReader(file);
                    CSVParser parser = format.parse(text)) {
                for (CSVRecord row : parser) {
                    for (String cell : row) {
                        length += cell.length();
                    }
                }
            }
        }
        if (length == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private ImportReport load(Path home) throws Exception {
        try (Database database = TestStores.open(Files.createDirectory(home))) {
            ImportService service =
                    new ImportService(
                            List.of(new OmopReader()),
                            new CohortRepository(database, TestStores.CLOCK),
                            ShippedTables.read().units());
            return service.importing(
                            new ImportRequest("big", List.of(folder), ImportRequest.AUTO, true))
                    .run(Progress.NONE);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
