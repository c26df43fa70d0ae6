package org.consilium.importing.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.consilium.clinical.Timeline;
import org.consilium.importing.ImportIssue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** References in all their forms, within a bundle and between files. */
class FhirReferencesTest {
    @TempDir private Path folder = Path.of("unset");

    @Test
    void everyFormLeadsToItsPatient() throws Exception {
        write(
                "a.json",
                patient("http://one.example/fhir/Patient/1", "1"),
                patient("urn:uuid:6e1c", "2"),
                patient(null, "3"),
                condition("http://one.example/fhir/Condition/a", "a", "Patient/1"),
                condition(null, "b", "http://one.example/fhir/Patient/1/_history/4"),
                condition("urn:uuid:77aa", "c", "urn:uuid:6e1c"),
                condition("urn:uuid:77ab", "d", "Patient/2"),
                condition(null, "e", "Patient/3"));
        Collected found = Collected.read(folder);
        assertThat(found.rejected).isEmpty();
        assertThat(found.patients)
                .extracting(patient -> patient.events().size())
                .containsExactly(2, 2, 1);
    }

    @Test
    void aReferenceThatLeadsNowhereIsRejectedAndNamed() throws Exception {
        write(
                "a.json",
                patient("http://one.example/Patient/1", "1"),
                condition(null, "a", "Patient/9"),
                condition(null, "b", "http://two.example/Patient/1"),
                condition(null, "c", "#p"),
                "{'resource':{'resourceType':'Immunization','vaccineCode':{'text':'x'}}}");
        Collected found = Collected.read(folder);
        assertThat(found.only().events()).isEmpty();
        assertThat(found.rejected)
                .extracting(ImportIssue::file, ImportIssue::line, ImportIssue::field)
                .containsExactlyInAnyOrder(
                        tuple("a.json", 3L, "subject"),
                        tuple("a.json", 4L, "subject"),
                        tuple("a.json", 5L, "subject"),
                        tuple("a.json", 6L, "patient"));
        assertThat(found.rejected.getLast().resource()).isEqualTo("Condition");
        assertThat(found.rejected.getLast().reason())
                .isEqualTo("The reference leads to no patient in these files.");
    }

    @Test
    void aPatientMayBeSpreadOverFilesInAnyOrder() throws Exception {
        write("a.json", condition(null, "a", "Patient/1", "Encounter/v"));
        write("b.json", visit("v", "Patient/1"));
        write("c.json", patient(null, "1"), condition(null, "c", "Patient/1", "Encounter/w"));
        Collected found = Collected.read(folder);
        assertThat(found.rejected).isEmpty();
        assertThat(found.only().encounters()).hasSize(1);
        assertThat(found.event("a").encounterId()).isEqualTo("v");
        assertThat(found.event("c").encounterId()).isNull();
        assertThat(found.noted).hasSize(1);
        assertThat(found.noted.getFirst().field()).isEqualTo("encounter");
    }

    @Test
    void pagesThatOverlapAreNotCountedTwice() throws Exception {
        String server = "http://one.example/";
        String first = patient(server + "Patient/1", "1");
        String shared = condition(server + "Condition/a", "a", "Patient/1");
        write("a.json", first, patient(server + "Patient/2", "2"), shared);
        write("b.json", first, shared, condition(server + "Condition/b", "b", "Patient/1"));
        Collected found = Collected.read(folder);
        assertThat(found.patients).hasSize(2);
        Timeline patient = found.patients.getFirst();
        assertThat(patient.events()).hasSize(2);
        assertThat(found.skipped)
                .containsEntry("Patient (repeated)", 1)
                .containsEntry("Condition (repeated)", 1);
    }

    @Test
    void patientsOfTwoServersAreNeverMixed() throws Exception {
        write(
                "a.json",
                patient("http://one.example/Patient/1", "1"),
                condition("http://one.example/Condition/1", "a", "Patient/1"));
        write(
                "b.json",
                patient("http://two.example/Patient/1", "1"),
                condition("http://two.example/Condition/1", "b", "Patient/1"));
        Collected found = Collected.read(folder);
        assertThat(found.event("a")).isNotNull();
        assertThat(found.only().events()).hasSize(1);
        assertThat(found.rejected)
                .extracting(ImportIssue::file, ImportIssue::field)
                .containsExactly(tuple("b.json", "id"), tuple("b.json", "subject"));
    }

    private void write(String name, String... entries) throws Exception {
        Bundles.write(folder, name, "searchset", List.of(entries));
    }

    private static String patient(@Nullable String url, String id) {
        return entry(url, "Patient", id, "'birthDate':'1980-01-01'");
    }

    private static String visit(String id, String subject) {
        return entry(
                null,
                "Encounter",
                id,
                "'subject':{'reference':'%s'},'period':{'start':'2020-01-01'}".formatted(subject));
    }

    private static String condition(@Nullable String url, String code, String subject) {
        return condition(url, code, subject, "");
    }

    private static String condition(
            @Nullable String url, String code, String subject, String encounter) {
        String visit =
                encounter.isEmpty() ? "" : "'encounter':{'reference':'%s'},".formatted(encounter);
        return entry(
                url,
                "Condition",
                code,
                "'onsetDateTime':'2020-01-01',%s'subject':{'reference':'%s'},'code':%s"
                        .formatted(visit, subject, Bundles.snomed(code, "Condition")));
    }

    private static String entry(@Nullable String url, String type, String id, String elements) {
        String address = url == null ? "" : "'fullUrl':'%s',".formatted(url);
        return "{%s'resource':{'resourceType':'%s','id':'%s',%s}}"
                .formatted(address, type, id, elements);
    }
}
