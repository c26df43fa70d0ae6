package org.consilium.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.job.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hospital's FHIR file with several codes a concept, through the whole import into the store. */
class FurtherCodingsTest {
    private static final Concept HYPERTENSION =
            new Concept(CodeSystem.SNOMED_CT, "59621000", "Essential hypertension");
    private static final Concept I10 =
            new Concept(CodeSystem.ICD_10_CM, "I10", "Essential (primary) hypertension");
    private static final Concept LOCAL =
            new Concept(new CodeSystem("urn:oid:1.2.3"), "HTN", "High BP");
    private static final Concept LISINOPRIL =
            new Concept(CodeSystem.RXNORM, "314076", "lisinopril 10 MG Oral Tablet");
    private static final CodeSystem NDC = new CodeSystem("http://hl7.org/fhir/sid/ndc");

    private static final String PATIENT =
            "{'resourceType':'Patient','id':'p','gender':'female','birthDate':'1950-01-02'}";
    private static final String CONDITION =
            "{'resourceType':'Condition','id':'c','subject':{'reference':'Patient/p'},"
                    + "'onsetDateTime':'2020-05-01','category':[{'coding':["
                    + "{'system':'urn:x','code':'a'},{'system':'urn:y','code':'b'}]}],"
                    + "'code':{'text':'blood pressure','coding':["
                    + "{'system':'http://hl7.org/fhir/sid/icd-10-cm','code':'I10','display':'Essential (primary) hypertension'},"
                    + "{'system':'http://snomed.info/sct','code':'59621000','display':'Essential hypertension'},"
                    + "{'system':'http://terminology.hl7.org/CodeSystem/v3-NullFlavor','code':'OTH'},"
                    + "{'code':'nameless'},"
                    + "{'system':'urn:oid:1.2.3','code':'HTN','display':'High BP'}]}}";
    private static final String ORDER =
            "{'resourceType':'MedicationRequest','id':'m','subject':{'reference':'Patient/p'},"
                    + "'status':'active','intent':'order','authoredOn':'2020-05-01',"
                    + "'medicationCodeableConcept':{'coding':["
                    + "{'system':'http://hl7.org/fhir/sid/ndc','code':'0093-1113'},"
                    + "{'system':'http://www.nlm.nih.gov/research/umls/rxnorm','code':'314076','display':'lisinopril 10 MG Oral Tablet'}]}}";

    @TempDir private Path folder = Path.of("unset");
    private ImportHouse house;

    @BeforeEach
    void open() throws Exception {
        house = new ImportHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void write(String... lines) throws Exception {
        String[] quoted = new String[lines.length];
        for (int i = 0; i < lines.length; i++) {
            quoted[i] = lines[i].replace('\'', '"');
        }
        house.write("export.ndjson", quoted);
    }

    private void expectAll() {
        assertThat(house.repository.alsoCoded(HYPERTENSION)).containsExactly(I10, LOCAL);
        assertThat(house.repository.alsoCoded(HYPERTENSION))
                .extracting(Concept::display)
                .containsExactly(I10.display(), LOCAL.display());
        assertThat(house.repository.alsoCoded(LISINOPRIL))
                .containsExactly(new Concept(NDC, "0093-1113", ""));
        assertThat(house.repository.alsoCoded(I10)).isEmpty();
    }

    @Test
    void everyCodeBesideTheOneTakenIsKept() throws Exception {
        write(PATIENT, CONDITION, ORDER);
        house.load();
        assertThat(house.event("p", "Essential hypertension").concept()).isEqualTo(HYPERTENSION);
        expectAll();
    }

    @Test
    void theSameFileAgainChangesNothing() throws Exception {
        write(PATIENT, CONDITION, ORDER);
        house.load();
        house.load();
        expectAll();
    }

    @Test
    void aRecordThatIsThereAlreadyGetsTheCodesThatAnotherFileGives() throws Exception {
        write(PATIENT, CONDITION.replaceFirst("\\{'system':'urn:oid[^}]*},?", "null"));
        house.load();
        assertThat(house.repository.alsoCoded(HYPERTENSION)).containsExactly(I10);
        write(PATIENT, CONDITION);
        assertThat(house.load().changes().patientsUnchanged()).isOne();
        assertThat(house.repository.alsoCoded(HYPERTENSION)).containsExactly(I10, LOCAL);
    }

    @Test
    void aCodeInAnotherSpellingIsTheSameCode() throws Exception {
        write(PATIENT, CONDITION);
        house.load();
        write(PATIENT, CONDITION.replace("Essential", "ESSENTIAL"));
        house.load();
        assertThat(house.repository.alsoCoded(HYPERTENSION)).containsExactly(I10, LOCAL);
    }

    @Test
    void anImportThatIsCancelledOrOnlyCheckedLeavesNone() throws Exception {
        write(PATIENT, CONDITION, ORDER);
        ImportRequest request =
                new ImportRequest(
                        ImportHouse.COHORT, List.of(house.files), ImportRequest.AUTO, false);
        house.service.checking(request).run(Progress.NONE);
        Progress impatient =
                new Progress() {
                    private boolean read;

                    @Override
                    public void report(long done, long total, String message) {
                        read = true;
                    }

                    @Override
                    public void checkCancelled() {
                        if (read) {
                            throw new CancellationException("enough");
                        }
                    }
                };
        assertThatThrownBy(() -> house.service.importing(request).run(impatient))
                .isInstanceOf(CancellationException.class);
        assertThat(house.repository.list()).isEmpty();
        assertThat(house.repository.alsoCoded(HYPERTENSION)).isEmpty();
        house.load();
        expectAll();
    }

    @Test
    void aDocumentThatIsNotWholeLeavesNone() throws Exception {
        write(PATIENT);
        house.write(
                "broken.json",
                "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":"
                        + CONDITION.replace('\'', '"')
                        + "},");
        assertThat(house.load().rejected()).isOne();
        assertThat(house.repository.alsoCoded(HYPERTENSION)).isEmpty();
    }

    @Test
    void aFileThatGivesAHundredThousandCodesIsToldThatNotAllAreKept() throws Exception {
        String[] lines = new String[10_001];
        lines[0] = PATIENT;
        for (int i = 1; i < lines.length; i++) {
            StringBuilder codings = new StringBuilder();
            for (int j = 0; j < 10; j++) {
                codings.append("{'system':'urn:s%d','code':'%d'},".formatted(j, i));
            }
            lines[i] =
                    CONDITION
                            .replace("'id':'c'", "'id':'c%d'".formatted(i))
                            .replaceFirst("'code':\\{.*", "'code':{'coding':[" + codings)
                            .replaceFirst(",$", "]}}");
        }
        write(lines);
        ImportReport report = house.load();
        assertThat(report.events()).isEqualTo(10_000);
        assertThat(report.issues())
                .extracting(ImportIssue::sentence)
                .singleElement()
                .asString()
                .contains("more further codes than are kept");
        assertThat(house.repository.alsoCoded(new Concept(new CodeSystem("urn:s0"), "1", "")))
                .hasSize(9);
    }
}
