package org.consilium.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.Timeline;
import org.consilium.importing.synthea.SyntheaReader;
import org.consilium.job.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheaReaderTest implements PatientSink {
    private final List<Timeline> patients = new ArrayList<>();
    private final List<ImportIssue> issues = new ArrayList<>();

    @TempDir private Path folder = Path.of("unset");

    @Test
    void takesGoodRowsAndNamesBadOnes() throws Exception {
        Files.writeString(
                folder.resolve("patients.csv"),
                "Id,BIRTHDATE,DEATHDATE,FIRST,LAST,RACE,ETHNICITY,GENDER\np1,1970-01-02,,Ada,Test,white,hispanic,F\n");
        Files.writeString(
                folder.resolve("conditions.csv"),
                "START,STOP,PATIENT,ENCOUNTER,CODE,DESCRIPTION\n2020-01-01,,p1,,38341003,Hypertension\nnonsense,,p1,,1,X\n");
        new SyntheaReader().read(List.of(folder), this, Progress.NONE);
        assertThat(patients).hasSize(1);
        assertThat(patients.getFirst().events()).hasSize(1);
        assertThat(issues).hasSize(1);
        assertThat(issues.getFirst().file()).isEqualTo("conditions.csv");
        assertThat(issues.getFirst().line()).isEqualTo(3L);
        assertThat(issues.getFirst().field()).isEqualTo("START");
    }

    @Test
    void aMissingColumnIsNamed() throws Exception {
        Files.writeString(folder.resolve("patients.csv"), "BIRTHDATE\n1970-01-02\n");
        assertThatThrownBy(() -> new SyntheaReader().read(List.of(folder), this, Progress.NONE))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("patients.csv")
                .hasMessageContaining("Id");
    }

    @Override
    public void patient(Timeline timeline) {
        patients.add(timeline);
    }

    @Override
    public void skipped(String type) {}

    @Override
    public void rejected(ImportIssue issue) {
        issues.add(issue);
    }
}
