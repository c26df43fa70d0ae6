package org.consilium.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.CohortChanges;
import org.consilium.clinical.KnownPatients;
import org.consilium.importing.synthea.SyntheaReader;
import org.consilium.job.Progress;
import org.consilium.meaning.ShippedTables;
import org.consilium.store.CohortRepository;
import org.consilium.store.Database;
import org.consilium.store.TestStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hospital's second file, as the report tells of it. */
class ImportAgainTest {
    private static final String JANUARY =
            "2024-01-03,,p1,38341003,Hypertension\n2024-01-03,,p1,195967001,Asthma\n";
    private static final String FEBRUARY =
            "2024-01-03,2024-02-01,p1,195967001,Asthma\n2024-02-05,,p1,444814009,Sinusitis\n";

    @TempDir Path folder;
    private Database database;
    private CohortRepository cohorts;
    private ImportService service;

    @BeforeEach
    void open() {
        database = TestStores.open(folder.resolve("home"));
        cohorts = new CohortRepository(database, TestStores.CLOCK);
        service =
                new ImportService(
                        List.of(new SyntheaReader()), cohorts, ShippedTables.read().units());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private ImportRequest file(String patient, String conditions, KnownPatients known)
            throws IOException {
        Path export = Files.createTempDirectory(folder, "export");
        Files.writeString(
                export.resolve("patients.csv"), "Id,BIRTHDATE,GENDER\n%s\n".formatted(patient));
        Files.writeString(
                export.resolve("conditions.csv"),
                "START,STOP,PATIENT,CODE,DESCRIPTION\n" + conditions);
        return new ImportRequest("Ward", List.of(export), ImportRequest.AUTO, true, known);
    }

    private ImportReport take(String patient, String conditions, KnownPatients known)
            throws Exception {
        return service.importing(file(patient, conditions, known)).run(Progress.NONE);
    }

    @Test
    void theSecondMonthIsAddedAndTheReportSaysWhatChanged() throws Exception {
        take("p1,1950-01-02,F", JANUARY, KnownPatients.UPDATE);
        ImportReport report = take("p1,1950-01-02,F", FEBRUARY, KnownPatients.UPDATE);
        assertThat(report.changes()).isEqualTo(new CohortChanges(0, 1, 0, 1, 1, 0, 0));
        assertThat(cohorts.list()).extracting(Cohort::events).containsExactly(3L);
        assertThat(take("p1,1950-01-02,F", FEBRUARY, KnownPatients.UPDATE).changes())
                .isEqualTo(new CohortChanges(0, 0, 1, 0, 0, 2, 0));
        assertThat(take("p1,1950-01-02,F", FEBRUARY, KnownPatients.REPLACE).changes())
                .isEqualTo(new CohortChanges(0, 1, 0, 0, 0, 2, 1));
        assertThat(cohorts.list()).extracting(Cohort::events).containsExactly(2L);
    }

    @Test
    void anotherPersonIsRejectedWithoutBeingNamed() throws Exception {
        take("p1,1950-01-02,F", JANUARY, KnownPatients.UPDATE);
        ImportReport report = take("p1,1987-06-05,M", FEBRUARY, KnownPatients.UPDATE);
        assertThat(report.patients()).isZero();
        assertThat(report.rejected()).isEqualTo(1);
        assertThat(report.issues().getFirst().sentence())
                .startsWith("Patient number 1 of these files has the id of a patient of the cohort")
                .doesNotContain("p1", "1950", "1987");
        assertThat(cohorts.list()).extracting(Cohort::events).containsExactly(2L);
    }

    @Test
    void aCheckSaysTheSameAndKeepsNothing() throws Exception {
        take("p1,1950-01-02,F", JANUARY, KnownPatients.UPDATE);
        ImportReport report =
                service.checking(file("p1,1950-01-02,F", FEBRUARY, KnownPatients.UPDATE))
                        .run(Progress.NONE);
        assertThat(report.changes()).isEqualTo(new CohortChanges(0, 1, 0, 1, 1, 0, 0));
        assertThat(cohorts.list()).extracting(Cohort::events).containsExactly(2L);
    }
}
