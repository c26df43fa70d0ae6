package org.consilium.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * Packs a Synthea CSV folder into the demo cohort: the columns that Consilium reads and no others,
 * patients in order of their identifiers, the same bytes for the same folder. Arguments: the folder
 * and the zip file to write. The command that makes the folder is in resources/demo/README.md.
 */
final class DemoPacking {
    private static final Map<String, List<String>> COLUMNS =
            Map.of(
                    "patients.csv",
                    List.of(
                            "Id",
                            "BIRTHDATE",
                            "DEATHDATE",
                            "FIRST",
                            "LAST",
                            "RACE",
                            "ETHNICITY",
                            "GENDER"),
                    "encounters.csv",
                    List.of(
                            "Id",
                            "START",
                            "STOP",
                            "PATIENT",
                            "ENCOUNTERCLASS",
                            "CODE",
                            "DESCRIPTION",
                            "REASONCODE",
                            "REASONDESCRIPTION"));

    private static final List<String> DROPPED_OF_EVENTS =
            List.of(
                    "Id",
                    "PAYER",
                    "BASE_COST",
                    "PAYER_COVERAGE",
                    "DISPENSES",
                    "TOTALCOST",
                    "REACTION1",
                    "DESCRIPTION1",
                    "SEVERITY1",
                    "REACTION2",
                    "DESCRIPTION2",
                    "SEVERITY2");

    private DemoPacking() {}

    public static void main(String[] args) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(Path.of(args[1])));
                var files = Files.list(Path.of(args[0]))) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".csv")).sorted().toList()) {
                ZipEntry entry = new ZipEntry(file.getFileName().toString());
                entry.setLastModifiedTime(FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
                zip.putNextEntry(entry);
                Writer text =
                        new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
                pack(file, text);
                text.flush();
                zip.closeEntry();
            }
        }
    }

    private static void pack(Path file, Writer text) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            List<String> columns = new ArrayList<>(rows.getHeaderNames());
            List<String> kept = COLUMNS.get(file.getFileName().toString());
            if (kept == null) {
                columns.removeAll(DROPPED_OF_EVENTS);
            } else {
                columns.retainAll(kept);
            }
            String patient = columns.contains("PATIENT") ? "PATIENT" : "Id";
            List<CSVRecord> sorted = new ArrayList<>(rows.getRecords());
            // stable: the order of a patient's own rows is Synthea's
            sorted.sort(Comparator.comparing(row -> row.get(patient)));
            CSVPrinter printer =
                    new CSVPrinter(
                            text, CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get());
            printer.printRecord(columns);
            for (CSVRecord row : sorted) {
                printer.printRecord(columns.stream().map(row::get).toList());
            }
        }
    }
}
