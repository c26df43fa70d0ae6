package org.consilium.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.consilium.clinical.Cohort;
import org.consilium.importing.events.EventsReader;
import org.consilium.importing.fhir.FhirReader;
import org.consilium.importing.omop.OmopReader;
import org.consilium.importing.source.ByteProgress;
import org.consilium.importing.source.InputFile;
import org.consilium.importing.source.Inputs;
import org.consilium.importing.synthea.SyntheaReader;
import org.consilium.job.Progress;
import org.consilium.meaning.ShippedTables;
import org.consilium.store.CohortRepository;
import org.consilium.store.Database;
import org.consilium.store.TestStores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Cohorts that nobody here made up, through the whole import into a real store: what is there are
 * the rows of the source, counted without a reader, less those that the report lists.
 */
class RealCohortsTest {
    private static final Set<String> OMOP_EVENTS =
            Set.of(
                    "condition_occurrence",
                    "drug_exposure",
                    "procedure_occurrence",
                    "measurement",
                    "observation");
    private static final Set<String> FHIR_EVENTS =
            Set.of(
                    "condition",
                    "allergyintolerance",
                    "immunization",
                    "medicationrequest",
                    "procedure");

    @TempDir private Path home = Path.of("unset");

    @ParameterizedTest
    @CsvSource({
        "mimic-iv-demo-omop, omop",
        "synthea27nj-omop, omop",
        "smart-bulk-10-patients, fhir",
        "uci-diabetes, events",
        "eicu-demo-subset, events",
        "eicu-network, events"
    })
    void everyRowIsThereOrListed(String name, String format) throws Exception {
        Path folder = cohort(name);
        List<CohortReader> readers =
                List.of(
                        new SyntheaReader(),
                        new OmopReader(),
                        new FhirReader(),
                        new EventsReader());
        try (Database database = TestStores.open(home)) {
            CohortRepository cohorts = new CohortRepository(database, TestStores.CLOCK);
            ImportReport report =
                    new ImportService(readers, cohorts, ShippedTables.read().units())
                            .importing(new ImportRequest(name, List.of(folder), "auto", false))
                            .run(Progress.NONE);
            assertThat(report.format()).isEqualTo(format);
            long left = report.rejected() + notUsed(report) + report.meaning().duplicates();
            Rows rows = Rows.of(folder);
            assertThat((long) report.patients()).isEqualTo(rows.patients);
            assertThat(report.encounters() + report.events() + left)
                    .isEqualTo(rows.encounters + rows.events);
            Cohort kept = cohorts.byName(name).orElseThrow();
            assertThat(kept.patients()).isEqualTo(report.patients());
            assertThat(kept.encounters()).isEqualTo(report.encounters());
            assertThat(kept.events()).isEqualTo(report.events());
        }
    }

    private static Path cohort(String name) {
        Path beside = Path.of("../shared/data", name);
        Path named = Path.of(System.getProperty("consilium.shared", "../shared"), "data", name);
        Path found = Files.isDirectory(beside) ? beside : named;
        assumeTrue(Files.isDirectory(found), "skipped: there is no cohort " + found);
        return found;
    }

    /** Rows of types that are used, of which the report says why they were not: "Type (why)". */
    private static long notUsed(ImportReport report) {
        return report.skipped().entrySet().stream()
                .filter(each -> each.getKey().endsWith(")"))
                .mapToLong(each -> each.getValue())
                .sum();
    }

    /** Counted from the files. */
    private static final class Rows {
        private long patients;
        private long encounters;
        private long events;

        static Rows of(Path folder) throws Exception {
            Rows rows = new Rows();
            try (Inputs inputs = Inputs.open(List.of(folder))) {
                for (InputFile file : inputs.files()) {
                    rows.count(file);
                }
            }
            return rows;
        }

        private void count(InputFile file) throws IOException {
            String name = file.plainName();
            String table = name.replaceFirst("\\..*", "");
            if (table.equals("person") || table.equals("patients") || table.equals("patient")) {
                patients += rows(file);
            } else if (table.equals("visit_occurrence") || table.equals("encounter")) {
                encounters += rows(file);
            } else if (OMOP_EVENTS.contains(table)
                    || FHIR_EVENTS.contains(table)
                    || table.equals("events")) {
                events += rows(file);
            }
        }

        private static long rows(InputFile file) throws IOException {
            try (Reader text =
                    new InputStreamReader(
                            file.open(ByteProgress.none(), ""), StandardCharsets.UTF_8)) {
                if (file.plainName().endsWith(".ndjson")) {
                    return text.readAllAsString().lines().filter(line -> !line.isBlank()).count();
                }
                return CSVFormat.RFC4180.parse(text).stream().count() - 1;
            }
        }
    }
}
