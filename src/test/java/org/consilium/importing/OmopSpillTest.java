package org.consilium.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.importing.omop.OmopReader;
import org.consilium.job.Progress;
import org.consilium.meaning.ShippedTables;
import org.consilium.store.CohortRepository;
import org.consilium.store.Database;
import org.consilium.store.TestStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits in the store until the vocabulary is known means the same afterwards. */
class OmopSpillTest {
    private static final int ROWS = 400;

    @TempDir Path home;
    @TempDir Path folder;

    @Test
    void conceptsAndUnitsAreKnownAfterASpill() throws Exception {
        StringBuilder rows =
                new StringBuilder(
                        "person_id,measurement_concept_id,measurement_date,operator_concept_id,value_as_number,unit_concept_id\n");
        for (int i = 0; i < ROWS; i++) {
            rows.append("1,30,2020-01-01,4171756,").append(i).append(",8840\n");
        }
        Files.writeString(folder.resolve("measurement.csv"), rows);
        Files.writeString(
                folder.resolve("person.csv"),
                "person_id,gender_concept_id,year_of_birth\n1,8532,1970\n");
        Files.writeString(
                folder.resolve("concept.csv"),
                """
                concept_id,concept_name,vocabulary_id,concept_class_id,concept_code
                30,Glucose in blood,LOINC,Lab Test,2339-0
                8840,milligram per deciliter,UCUM,Unit,mg/dL
                """);
        try (Database database = TestStores.open(home)) {
            CohortRepository repository = new CohortRepository(database, TestStores.CLOCK);
            ImportReport report =
                    new ImportService(
                                    List.of(new OmopReader()),
                                    repository,
                                    ShippedTables.read().units(),
                                    2_000)
                            .importing(
                                    new ImportRequest(
                                            "small", List.of(folder), ImportRequest.AUTO, true))
                            .run(Progress.NONE);
            assertThat(report.events()).isEqualTo(ROWS);
            List<ClinicalEvent> events =
                    repository
                            .timeline(repository.byName("small").orElseThrow().id(), "1")
                            .orElseThrow()
                            .events();
            assertThat(events)
                    .hasSize(ROWS)
                    .allMatch(event -> event.concept().display().equals("Glucose in blood"))
                    .allMatch(event -> String.valueOf(event.value()).contains(" mg/dL"));
        }
    }
}
