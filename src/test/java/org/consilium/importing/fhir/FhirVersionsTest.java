package org.consilium.importing.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Value;
import org.consilium.importing.ImportIssue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same resource more than once, in one file and in several. */
class FhirVersionsTest {
    private static final String MONDAY = "'meta':{'lastUpdated':'2024-01-01T23:30:00-05:00'}";
    private static final String TUESDAY = "'meta':{'lastUpdated':'2024-01-02T04:31:00Z'}";
    private static final String NEWEST =
            "Resources that came again with other content: %d. Of each the newest version was"
                    + " taken, by meta.lastUpdated or meta.versionId.";
    private static final String LATER =
            "Resources that came again with other content and without anything that tells which"
                    + " is newer: %d. Of each the one that was read later was taken; files are read"
                    + " by their names.";

    @TempDir private Path folder = Path.of("unset");

    private void write(String name, String... resources) throws Exception {
        Bundles.write(folder, name, resources);
    }

    private Collected read() throws Exception {
        return Collected.read(folder);
    }

    private static List<String> noted(Collected found) {
        return found.noted.stream().map(ImportIssue::sentence).toList();
    }

    private static String weight(String meta, int kilograms) {
        return Bundles.of(
                "Observation",
                "o",
                meta
                        + ",'status':'final','effectiveDateTime':'2020-03-01','code':{'text':'Weight'},"
                        + "'valueQuantity':{'value':%d,'unit':'kg'}".formatted(kilograms));
    }

    private static Value kilograms(double amount) {
        return new Value.Quantity(amount, "kg");
    }

    @Test
    void theNewerOneIsTakenInWhateverOrderTheyAreRead() throws Exception {
        write("a.json", weight(TUESDAY, 82));
        write("b.json", weight(MONDAY, 80));
        assertThat(read().only().events())
                .extracting(ClinicalEvent::value)
                .containsExactly(kilograms(82));
        write("a.json", weight(MONDAY, 80));
        write("b.json", weight(TUESDAY, 82));
        Collected found = read();
        assertThat(found.only().events())
                .extracting(ClinicalEvent::value)
                .containsExactly(kilograms(82));
        assertThat(found.skipped).containsEntry("Observation (older version)", 1);
        assertThat(noted(found)).containsExactly(NEWEST.formatted(1));
    }

    @Test
    void withoutATimeTheHigherVersionCounts() throws Exception {
        write(
                "a.json",
                weight("'meta':{'versionId':'9'}", 79),
                weight("'meta':{'versionId':'10'}", 80),
                weight("'meta':{'versionId':'2'}", 72));
        Collected found = read();
        assertThat(found.event("weight").value()).isEqualTo(kilograms(80));
        assertThat(noted(found)).containsExactly(NEWEST.formatted(2));
    }

    @Test
    void whereNothingTellsTheLaterOneIsTakenAndThatIsSaid() throws Exception {
        write("a.json", weight("'language':'en'", 80));
        write("b.json", weight("'meta':{'versionId':'x'}", 81), weight(MONDAY, 82));
        Collected found = read();
        assertThat(found.event("weight").value()).isEqualTo(kilograms(82));
        assertThat(noted(found)).containsExactly(LATER.formatted(2));
        assertThat(found.rejected).isEmpty();
    }

    @Test
    void theSameContentIsNoOtherVersion() throws Exception {
        write("a.json", weight(MONDAY, 80), weight(TUESDAY, 80));
        write("b.json", weight(MONDAY, 80), weight("'language':'en'", 80));
        Collected found = read();
        assertThat(found.event("weight").value()).isEqualTo(kilograms(80));
        assertThat(found.skipped).containsEntry("Observation (repeated)", 3);
        assertThat(noted(found)).isEmpty();
    }

    @Test
    void whatIsWithdrawnLaterIsNoFactAndWhatWasWithdrawnEarlierIsOne() throws Exception {
        write(
                "a.json",
                diagnosis("c", "1", "confirmed", MONDAY),
                diagnosis("c", "1", "entered-in-error", TUESDAY),
                diagnosis("d", "2", "refuted", TUESDAY),
                diagnosis("d", "2", "confirmed", MONDAY),
                diagnosis("e", "3", "unconfirmed", MONDAY),
                diagnosis("e", "3", "confirmed", TUESDAY));
        Collected found = read();
        assertThat(found.only().events())
                .extracting(event -> event.concept().code())
                .containsExactly("3");
        assertThat(found.skipped)
                .containsEntry("Condition (entered-in-error)", 1)
                .containsEntry("Condition (refuted)", 1)
                .containsEntry("Condition (unconfirmed)", 1)
                .containsEntry("Condition (older version)", 2);
    }

    private static String diagnosis(String id, String code, String verification, String meta) {
        return Bundles.of(
                "Condition",
                id,
                meta
                        + ",'onsetDateTime':'2020-03-01','verificationStatus':{'coding':[{'code':'%s'}]},"
                                .formatted(verification)
                        + "'code':"
                        + Bundles.snomed(code, "Condition"));
    }

    @Test
    void allResultsOfAnOlderVersionAreReplaced() throws Exception {
        write("a.json", pressure(MONDAY, "120", "80"));
        write("b.json", pressure(TUESDAY, "130", "80"), pressure(MONDAY, "120", "80"));
        Collected found = read();
        assertThat(found.only().events())
                .extracting(ClinicalEvent::value)
                .containsExactlyInAnyOrder(
                        new Value.Quantity(130, "mm[Hg]"), new Value.Quantity(80, "mm[Hg]"));
    }

    private static String pressure(String meta, String systolic, String diastolic) {
        String component = "{'code':{'text':'%s'},'valueQuantity':{'value':%s,'unit':'mm[Hg]'}}";
        return Bundles.of(
                "Observation",
                "bp",
                meta
                        + ",'status':'final','effectiveDateTime':'2020-03-01T10:00:00.123Z','code':{'text':'BP'},'component':["
                        + component.formatted("Systolic", systolic)
                        + ","
                        + component.formatted("Diastolic", diastolic)
                        + "]");
    }

    @Test
    void aPatientAndAVisitAreAsTheNewestVersionSays() throws Exception {
        write("a.json", weight(MONDAY, 80));
        String patient =
                Bundles.entry(
                        "Patient",
                        "p",
                        TUESDAY
                                + ",'gender':'female','birthDate':'1970-05-17','deceasedDateTime':'2021-02-03'");
        String visit =
                Bundles.entry(
                        "Encounter",
                        "v",
                        TUESDAY
                                + ",'status':'finished','class':{'code':'EMER'},"
                                + "'subject':{'reference':'Patient/p'},"
                                + "'period':{'start':'2020-03-01T09:00:00+02:00'}");
        Bundles.write(folder, "b.json", "collection", List.of(patient, visit));
        Collected found = read();
        assertThat(found.only().patient().deathDate()).isEqualTo(LocalDate.of(2021, 2, 3));
        assertThat(found.only().encounters())
                .extracting(Encounter::encounterClass)
                .containsExactly("emergency");
        assertThat(found.event("weight").encounterId()).isEqualTo("v");
        assertThat(found.skipped)
                .containsEntry("Patient (older version)", 1)
                .containsEntry("Encounter (older version)", 1);
        assertThat(noted(found)).containsExactly(LATER.formatted(2));
        assertThat(found.rejected).isEmpty();
    }

    @Test
    void aCancelledVisitLeavesWhatHappenedAtIt() throws Exception {
        write("a.json", weight(MONDAY, 80));
        Bundles.write(
                folder,
                "b.json",
                "collection",
                List.of(
                        Bundles.entry(
                                "Encounter",
                                "v",
                                TUESDAY
                                        + ",'status':'entered-in-error','subject':{'reference':'Patient/p'}")));
        Collected found = read();
        assertThat(found.only().encounters()).isEmpty();
        assertThat(found.event("weight").value()).isEqualTo(kilograms(80));
    }

    @Test
    void anOrderIsReplacedBeforeItsEndIsSettled() throws Exception {
        String order =
                "'status':'%s','intent':'order','authoredOn':'2020-03-01','medicationCodeableConcept':"
                        + Bundles.coded(
                                "http://www.nlm.nih.gov/research/umls/rxnorm", "860975", "Drug");
        write(
                "a.json",
                Bundles.of("MedicationRequest", "m", MONDAY + "," + order.formatted("active")));
        write(
                "b.json",
                Bundles.of("MedicationRequest", "m", TUESDAY + "," + order.formatted("completed")));
        ClinicalEvent drug = read().event("860975");
        assertThat(drug.kind()).isEqualTo(EventKind.MEDICATION);
        assertThat(drug.end()).isEqualTo(drug.start());
    }

    @Test
    void whatHadToWaitWasReadBeforeWhatWasTaken() throws Exception {
        String early = weight("'language':'en'", 80).replace("Patient/p", "Patient/late");
        String later = weight("'language':'en'", 85).replace("Patient/p", "Patient/late");
        String patient = Bundles.entry("Patient", "late", "'birthDate':'1970-05-17'");
        String lines =
                String.join("\n", alone(early), alone(patient), alone(later)).replace('\'', '"');
        Files.writeString(folder.resolve("all.ndjson"), lines);
        Collected found = read();
        assertThat(found.event("weight").value()).isEqualTo(kilograms(85));
    }

    private static String alone(String entry) {
        String resource = entry.substring("{'resource':".length(), entry.length() - 1);
        return resource.replace("'encounter':{'reference':'Encounter/v'},", "");
    }
}
