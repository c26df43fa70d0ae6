package org.consilium.importing.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.importing.fhir.Bundles.entry;

import java.nio.file.Path;
import java.util.List;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.importing.ImportIssue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** References that say only which identifier the other resource has. */
class FhirIdentifiersTest {
    @TempDir private Path folder = Path.of("unset");

    private void write(String name, String... entries) throws Exception {
        Bundles.write(folder, name, "collection", List.of(entries));
    }

    private static String identifier(String value) {
        return "'identifier':{'system':'urn:oid:1.2.3','value':'%s'}".formatted(value);
    }

    private static String patient(String id, String... identifiers) {
        return entry(
                "Patient",
                id,
                "'birthDate':'1980-01-01','identifier':[%s]"
                        .formatted(
                                String.join(
                                        ",",
                                        List.of(identifiers).stream()
                                                .map(each ->
                                                        identifier(each)
                                                                .replace("'identifier':", ""))
                                                .toList())));
    }

    private static String condition(String code, String subject) {
        return entry(
                "Condition",
                code,
                "'onsetDateTime':'2020-01-01','subject':{%s,'type':'Patient'},'code':%s"
                        .formatted(subject, Bundles.snomed(code, "Condition")));
    }

    @Test
    void theyLeadToTheOnlyOneThatHasItInAnyFile() throws Exception {
        write("a.json", condition("1", identifier("MRN 7")), condition("2", identifier("8")));
        write("b.json", patient("p", "0", "MRN 7"), patient("q", "8"));
        Collected found = Collected.read(folder);
        assertThat(found.rejected).isEmpty();
        assertThat(found.patients)
                .extracting(each -> each.events().getFirst().concept().code())
                .containsExactly("1", "2");
    }

    @Test
    void oneThatSeveralOrNonePatientsHaveIsRejectedAndSaid() throws Exception {
        write("a.json", patient("p", "7"), condition("1", identifier("7")));
        write("b.json", patient("q", "7"), patient("r", "7"), patient("q", "7"));
        write(
                "c.json",
                condition("2", identifier("9")),
                condition("3", "'identifier':{'value':'7'}"));
        Collected found = Collected.read(folder);
        assertThat(found.patients).allMatch(each -> each.events().isEmpty());
        assertThat(found.rejected)
                .extracting(ImportIssue::sentence)
                .containsExactlyInAnyOrder(
                        "a.json, line 3, subject: It refers to a patient by an identifier that 3"
                                + " patients have.",
                        "c.json, line 2, subject: It refers to a patient by an identifier that no"
                                + " patient in these files has.",
                        "c.json, line 3, subject: It names no patient.");
        assertThat(found.rejected.toString()).doesNotContain("1.2.3");
    }

    @Test
    void visitsAndDrugsAreFoundByThemToo() throws Exception {
        write(
                "a.json",
                patient("p", "7"),
                entry(
                        "Encounter",
                        "v",
                        "'identifier':[{'system':'urn:visits','value':'V1'}],'period':{'start':'2020-03-01'},'subject':{%s}"
                                .formatted(identifier("7"))),
                entry(
                        "Medication",
                        "m",
                        "'identifier':[{'system':'urn:drugs','value':'D1'}],'code':{'text':'Metformin'}"));
        write(
                "b.json",
                entry(
                        "MedicationRequest",
                        "r",
                        "'status':'active','intent':'order','subject':{%s},'encounter':{'identifier':{'system':'urn:visits','value':'V1'}},'medicationReference':{'identifier':{'system':'urn:drugs','value':'D1'}}"
                                .formatted(identifier("7"))));
        Collected found = Collected.read(folder);
        assertThat(found.rejected).isEmpty();
        assertThat(found.noted).isEmpty();
        ClinicalEvent drug = found.only().events().getFirst();
        assertThat(drug.concept().display()).isEqualTo("Metformin");
        assertThat(drug.encounterId()).isEqualTo("v");
        assertThat(drug.start().toLocalDate()).isEqualTo("2020-03-01");
    }

    @Test
    void aVisitOfAnotherPatientIsNotTheirs() throws Exception {
        write(
                "a.json",
                patient("p", "7"),
                patient("q", "8"),
                entry(
                        "Encounter",
                        "v",
                        "'identifier':[{'system':'urn:visits','value':'V1'}],'period':{'start':'2020-03-01'},'subject':{'reference':'Patient/q'}"),
                entry(
                        "Condition",
                        "c",
                        "'onsetDateTime':'2020-01-01','code':{'text':'Cough'},'subject':{'reference':'Patient/p'},'encounter':{'identifier':{'system':'urn:visits','value':'V1'}}"));
        Collected found = Collected.read(folder);
        assertThat(found.patients.getFirst().events().getFirst().encounterId()).isNull();
        assertThat(found.noted).extracting(ImportIssue::field).containsExactly("encounter");
    }
}
