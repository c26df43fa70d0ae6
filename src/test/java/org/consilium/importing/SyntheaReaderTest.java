package org.consilium.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Timeline;
import org.consilium.clinical.Value;
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
    void theReactionsOfAllergiesAreTheirValues() throws Exception {
        Files.writeString(folder.resolve("patients.csv"), "Id,BIRTHDATE,GENDER\np1,1970-01-02,F\n");
        Files.writeString(
                folder.resolve("allergies.csv"),
                """
                START,STOP,PATIENT,ENCOUNTER,CODE,SYSTEM,DESCRIPTION,TYPE,CATEGORY,REACTION1,\
                DESCRIPTION1,SEVERITY1,REACTION2,DESCRIPTION2,SEVERITY2
                2020-01-01,,p1,,762952008,SNOMED-CT,Peanut,allergy,food,271807003,\
                Eruption of skin (disorder),MILD,39579001,Anaphylaxis (disorder),SEVERE
                2020-01-02,,p1,,782415009,SNOMED-CT,Lactose,intolerance,food,,,,,,
                2020-01-03,,p1,,111088007,SNOMED-CT,Latex,allergy,environment,,,,,,
                """);
        new SyntheaReader().read(List.of(folder), this, Progress.NONE);
        assertThat(issues).isEmpty();
        assertThat(patients.getFirst().events())
                .extracting(ClinicalEvent::value)
                .containsExactly(
                        new Value.Text("Anaphylaxis (severe), Eruption of skin (mild)"),
                        new Value.Text("intolerance"),
                        null);
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
