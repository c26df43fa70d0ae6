package org.consilium.importing.omop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.LocalDateTime;
import org.consilium.clinical.ClinicalEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Diagnoses by their status, and devices. */
class OmopStatusTest {
    private static final String CONDITION =
            "condition_occurrence_id,person_id,condition_concept_id,condition_start_date,condition_end_date,condition_source_value,condition_status_concept_id,condition_status_source_value\n";

    @TempDir Path folder;

    @Test
    void whatWasRuledOutIsNoDiagnosisAndAPreliminaryOneIs() throws Exception {
        OmopFolder read =
                OmopFolder.withPerson(folder)
                        .with(
                                "condition_occurrence.csv",
                                CONDITION,
                                "1,1,0,2020-01-01,,Confirmed,32893,Confirmed",
                                "2,1,0,2020-01-02,,Preliminary,32899,provisional",
                                "3,1,0,2020-01-03,,Admission,32890,",
                                "4,1,0,2020-01-04,,Suspected,32892,",
                                "5,1,0,2020-01-05,,Ruled out,0,Rule-Out",
                                "6,1,0,2020-01-06,,Refuted,32893,refuted",
                                "7,1,0,2020-01-07,,Mistake,,entered-in-error",
                                "8,77,0,2020-01-07,,Of nobody,,refuted")
                        .read();
        assertThat(read.events())
                .extracting(event -> event.concept().display())
                .containsExactly("Confirmed", "Preliminary", "Admission");
        assertThat(read.skipped)
                .containsExactly(
                        "condition_occurrence (to be diagnosed)",
                        "condition_occurrence (rule out)",
                        "condition_occurrence (refuted)",
                        "condition_occurrence (entered in error)");
        assertThat(read.rejections())
                .containsExactly(
                        "condition_occurrence.csv, line 9, person_id: The person is not in the"
                                + " table person.");
    }

    @Test
    void aResolvedOneIsOver() throws Exception {
        OmopFolder read =
                OmopFolder.withPerson(folder)
                        .with(
                                "condition_occurrence.csv",
                                CONDITION,
                                "1,1,0,2020-01-01,,Cough,32906,",
                                "2,1,0,2020-01-02,2020-02-01,Fever,32906,",
                                "3,1,0,2020-01-03,,Rash,32902,")
                        .read();
        LocalDateTime start = LocalDateTime.of(2020, 1, 1, 0, 0);
        assertThat(read.events())
                .extracting(event -> event.concept().display(), ClinicalEvent::end)
                .containsExactly(
                        tuple("Cough", start),
                        tuple("Fever", start.plusMonths(1)),
                        tuple("Rash", null));
    }

    @Test
    void devicesAreCountedWhateverTheirTableIsLike() throws Exception {
        OmopFolder read =
                OmopFolder.withPerson(folder)
                        .with(
                                "device_exposure.csv",
                                "device_exposure_id,person_id,device_concept_id\n",
                                "1,1,4030875",
                                "2,77,0,too,many,cells")
                        .read();
        assertThat(read.events()).isEmpty();
        assertThat(read.skipped).containsExactly("device_exposure", "device_exposure");
        assertThat(read.rejected).isEmpty();
        OmopFolder broken =
                OmopFolder.withPerson(folder).with("device_exposure.csv", "a,\"b\"x\n", "1").read();
        assertThat(broken.patients).hasSize(1);
        assertThat(broken.skipped).containsExactly("device_exposure.csv");
    }
}
