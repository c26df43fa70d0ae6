package org.consilium.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.consilium.clinical.Timeline;
import org.consilium.importing.fhir.FhirReader;
import org.consilium.job.Progress;
import org.consilium.meaning.ShippedTables;
import org.consilium.store.CohortRepository;
import org.consilium.store.Database;
import org.consilium.store.TestStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newer version replaces leaves a record that waits in the store, too. */
class FhirSpillTest {
    private static final int WEIGHTS = 300;

    @TempDir Path home;
    @TempDir Path folder;

    @Test
    void theNewerVersionsAreLeftAfterASpill() throws Exception {
        Files.writeString(
                folder.resolve("Patient.ndjson"),
                plain("{'resourceType':'Patient','id':'p','birthDate':'1970-01-01'}\n")
                        + visit("1", "AMB")
                        + visit("2", "EMER"));
        Files.writeString(folder.resolve("Observation.1.ndjson"), weights("2", 60));
        Files.writeString(folder.resolve("Observation.2.ndjson"), weights("1", 50));
        Files.writeString(folder.resolve("Observation.3.ndjson"), weights("3", 70));
        try (Database database = TestStores.open(home)) {
            CohortRepository repository = new CohortRepository(database, TestStores.CLOCK);
            ImportReport report =
                    new ImportService(
                                    List.of(new FhirReader()),
                                    repository,
                                    ShippedTables.read().units(),
                                    2_000)
                            .importing(
                                    new ImportRequest(
                                            "small", List.of(folder), ImportRequest.AUTO, true))
                            .run(Progress.NONE);
            Timeline patient =
                    repository
                            .timeline(repository.byName("small").orElseThrow().id(), "p")
                            .orElseThrow();
            assertThat(patient.encounters())
                    .singleElement()
                    .matches(each -> each.encounterClass().equals("emergency"));
            assertThat(patient.events())
                    .hasSize(WEIGHTS)
                    .allMatch(event -> String.valueOf(event.value()).contains("70"));
            assertThat(report.skipped())
                    .containsEntry("Observation (older version)", 2L * WEIGHTS)
                    .containsEntry("Encounter (older version)", 1L);
            assertThat(report.issues())
                    .singleElement()
                    .matches(each -> each.reason().contains("%,d".formatted(2 * WEIGHTS + 1)));
        }
    }

    private static String visit(String version, String kind) {
        return plain(
                "{'resourceType':'Encounter','id':'v','meta':{'versionId':'%s'},'class':{'code':'%s'},'subject':{'reference':'Patient/p'},'period':{'start':'2020-03-01T09:00:00Z'}}\n"
                        .formatted(version, kind));
    }

    private static String weights(String version, int kilograms) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < WEIGHTS; i++) {
            lines.append(
                    "{'resourceType':'Observation','id':'o%d','meta':{'versionId':'%s'},'status':'final','subject':{'reference':'Patient/p'},'encounter':{'reference':'Encounter/v'},'code':{'text':'Weight'},'valueQuantity':{'value':%d,'unit':'kg'},'effectiveDateTime':'2020-03-01T10:%02d:%02d.5Z'}\n"
                            .formatted(i, version, kilograms, i / 60, i % 60));
        }
        return plain(lines.toString());
    }

    private static String plain(String quoted) {
        return quoted.replace('\'', '"');
    }
}
