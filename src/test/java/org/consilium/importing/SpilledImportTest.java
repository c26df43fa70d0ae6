package org.consilium.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.consilium.clinical.Timeline;
import org.consilium.importing.synthea.SyntheaReader;
import org.consilium.job.Progress;
import org.consilium.meaning.ShippedTables;
import org.consilium.store.CohortRepository;
import org.consilium.store.Database;
import org.consilium.store.TestStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of many patients in any order, with less memory than they need. */
class SpilledImportTest {
    private static final int PATIENTS = 70;
    private static final int ROWS = 3000;

    @TempDir Path folder;

    @Test
    void recordsAreTheSameWithAndWithoutRoomForThem() throws Exception {
        Path export = export();
        try (Database database = TestStores.open(folder.resolve("home"))) {
            CohortRepository cohorts = new CohortRepository(database, TestStores.CLOCK);
            ImportReport roomy = take(cohorts, "roomy", export, Long.MAX_VALUE);
            ImportReport narrow = take(cohorts, "narrow", export, 20_000);
            assertThat(narrow.events()).isEqualTo(roomy.events()).isGreaterThan(ROWS / 2);
            assertThat(narrow.issues())
                    .as("visits that are not there are found missing in both")
                    .isEqualTo(roomy.issues())
                    .isNotEmpty();
            assertThat(narrow.changes()).isEqualTo(roomy.changes());
            assertThat(all(cohorts, "narrow")).hasSize(PATIENTS).isEqualTo(all(cohorts, "roomy"));
        }
    }

    private static ImportReport take(
            CohortRepository cohorts, String cohort, Path export, long budget) throws Exception {
        return new ImportService(
                        List.of(new SyntheaReader()), cohorts, ShippedTables.read().units(), budget)
                .importing(new ImportRequest(cohort, List.of(export), ImportRequest.AUTO, true))
                .run(Progress.NONE);
    }

    private static List<String> all(CohortRepository cohorts, String cohort) {
        List<String> all = new ArrayList<>();
        cohorts.forEach(
                cohorts.byName(cohort).orElseThrow().id(),
                (Timeline each) -> all.add(each.toString()));
        return all;
    }

    private Path export() throws IOException {
        Path export = Files.createDirectory(folder.resolve("export"));
        Random random = new Random(4);
        List<String> patients = new ArrayList<>(List.of("Id,BIRTHDATE,GENDER"));
        List<String> visits = new ArrayList<>(List.of("Id,START,PATIENT,ENCOUNTERCLASS,CODE"));
        List<String> results =
                new ArrayList<>(
                        List.of("DATE,PATIENT,ENCOUNTER,CODE,DESCRIPTION,VALUE,UNITS,TYPE"));
        for (int i = 0; i < PATIENTS; i++) {
            patients.add("p%d,1950-01-%02d,F".formatted(i, i % 28 + 1));
        }
        for (int i = 0; i < ROWS; i++) {
            int patient = random.nextInt(PATIENTS);
            String day = "2024-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(9));
            if (i % 10 == 0) {
                visits.add("v%d,%s,p%d,ambulatory,185349003".formatted(i, day, patient));
            }
            results.add(
                    "%s,p%d,v%d,c%d,Result %d,%d,mmol/L,numeric"
                            .formatted(
                                    day,
                                    patient,
                                    random.nextInt(ROWS),
                                    i % 90,
                                    i % 90,
                                    random.nextInt(50)));
        }
        Files.write(export.resolve("patients.csv"), patients);
        Files.write(export.resolve("encounters.csv"), visits);
        Files.write(export.resolve("observations.csv"), results);
        return export;
    }
}
