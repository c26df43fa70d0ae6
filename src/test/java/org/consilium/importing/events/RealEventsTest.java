package org.consilium.importing.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.consilium.importing.ImportHouse;
import org.consilium.importing.ImportReport;
import org.consilium.importing.SharedCohorts;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real cohorts through the whole import: every row is in the store, or is a listed rejection. */
class RealEventsTest {
    @TempDir private Path folder = Path.of("unset");

    @ParameterizedTest
    @ValueSource(strings = {"eicu-network", "eicu-demo-subset", "uci-diabetes"})
    void countsAreTheSourcesRowsLessTheRejections(String name) throws Exception {
        Path source = SharedCohorts.folder(name);
        long visits = 0;
        long others = 0;
        try (CSVParser rows = events(source)) {
            for (CSVRecord row : rows) {
                if (row.get("kind").equals("encounter")) {
                    visits++;
                } else {
                    others++;
                }
            }
        }
        try (ImportHouse house = new ImportHouse(folder)) {
            ImportReport report = house.load(source);

            long twice = report.meaning().duplicates(); // the same event, taken once

            assertThat(report.format()).isEqualTo("events");
            assertThat(report.encounters() + report.events() + report.rejected())
                    .isEqualTo(visits + others - twice);
            assertThat(report.rejected()).isZero();
            assertThat(report.encounters()).isEqualTo(visits);
            assertThat(report.patients())
                    .isEqualTo(Files.readAllLines(source.resolve("patients.csv")).size() - 1);
            assertThat(house.repository.byName(ImportHouse.COHORT).orElseThrow().events())
                    .isEqualTo(others - twice);
        }
    }

    private static CSVParser events(Path source) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(
                        new BufferedReader(
                                new InputStreamReader(
                                        new GZIPInputStream(
                                                Files.newInputStream(
                                                        source.resolve("events.csv.gz"))),
                                        StandardCharsets.UTF_8)));
    }
}
