package org.consilium.importing.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.consilium.importing.fhir.Bundles.snomed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.source.Inputs;
import org.consilium.job.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bulk exports, single resources, histories and other Bundles. */
class FhirFormatsTest {
    private static final String PATIENT =
            "{'resourceType':'Patient','id':'p','birthDate':'1970-05-17'}";
    private static final String VISIT =
            "{'resourceType':'Encounter','id':'v','subject':{'reference':'Patient/p'},"
                    + "'reasonReference':[{'reference':'Condition/c1'}],"
                    + "'period':{'start':'2020-03-01T09:30:00Z'}}";

    @TempDir private Path folder = Path.of("unset");

    private Path write(String name, String... lines) throws IOException {
        String text = String.join("\n", lines) + "\n";
        return Files.writeString(folder.resolve(name), text.replace('\'', '"'));
    }

    /** Without a date: as old as its visit. */
    private static String condition(String id, String code, String subject) {
        return "{'resourceType':'Condition','id':'%s','subject':{'reference':'%s'},"
                        .formatted(id, subject)
                + "'encounter':{'reference':'Encounter/v'},'code':"
                + snomed(code, "Condition")
                + "}";
    }

    private static String order(String status, String date) {
        return ("{'resourceType':'MedicationRequest','id':'%s','status':'%s','authoredOn':'%s',"
                        + "'subject':{'reference':'Patient/p'},'encounter':{'reference':'Encounter/v'},"
                        + "'reasonReference':[{'reference':'Condition/c1'}],"
                        + "'medicationReference':{'reference':'Medication/m'}}")
                .formatted(status, status, date);
    }

    private void exported(String... names) throws IOException {
        write(names[0], PATIENT);
        write(names[1], VISIT);
        write(names[2], condition("c1", "44054006", "Patient/p"));
        write(names[3], order("stopped", "2020-03-01T09:40:00Z"));
        write(names[4], "{'resourceType':'Medication','id':'m','code':" + snomed("9", "A") + "}");
        write(
                names[5],
                "{'resourceType':'MedicationAdministration','id':'a','status':'completed',"
                        + "'subject':{'reference':'Patient/p'},'context':{'reference':'Encounter/v'},"
                        + "'effectiveDateTime':'2020-03-02','medicationCodeableConcept':"
                        + snomed("9", "A")
                        + "}");
        write(names[6], "{'exportId':'1','kind':'log'}");
    }

    @Test
    void aBulkExportIsTheSameWhateverItsFilesAreCalled() throws Exception {
        exported("1.ndjson", "2.ndjson", "3.ndjson", "4.ndjson", "5.jsonl", "6.txt", "7.ndjson");
        Collected one = Collected.read(folder);
        assertThat(one.rejected).isEmpty();
        assertThat(one.noted).isEmpty();
        assertThat(one.skipped)
                .containsEntry("7.ndjson", 1)
                .containsEntry("MedicationAdministration (of an order)", 1);
        ClinicalEvent order = one.event("9");
        assertThat(order.reason()).isNotNull().extracting("code").isEqualTo("44054006");
        assertThat(order.end()).isEqualTo("2020-03-02T00:00");
        assertThat(order.value()).isNull();
        assertThat(one.event("44054006").start()).isEqualTo("2020-03-01T09:30");
        assertThat(one.only().encounters().getFirst().reason()).isNotNull();
        exported(
                "7.ndjson", "6.ndjson", "5.ndjson", "4.ndjson", "3.ndjson", "2.ndjson", "1.ndjson");
        Files.delete(folder.resolve("5.jsonl"));
        Files.delete(folder.resolve("6.txt"));
        assertThat(Collected.read(folder).patients).isEqualTo(one.patients);
    }

    @Test
    void aFileOfMixedLinesInTheWorstOrderIsPacked() throws Exception {
        Path file = folder.resolve("export.gz");
        String text =
                String.join("\n", condition("c1", "1", "Patient/p"), "", VISIT, PATIENT) + "\n";
        try (var packed = new GZIPOutputStream(Files.newOutputStream(file))) {
            packed.write(text.replace('\'', '"').getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        Collected found = Collected.read(file);
        assertThat(found.rejected).isEmpty();
        assertThat(found.event("1").encounterId()).isEqualTo("v");
    }

    @Test
    void aBadLineIsRejectedAndTheOthersAreTaken() throws Exception {
        Path file =
                write(
                        "export.ndjson",
                        PATIENT,
                        condition("c1", "1", "Patient/p").substring(0, 60),
                        "[1]",
                        condition("c2", "2", "Patient/p"),
                        "{'resourceType':'Condition','code':" + "[".repeat(200) + "}",
                        "{'id':'x'}",
                        condition("c3", "3", "Patient/p") + " {}",
                        VISIT);
        Collected found = Collected.read(file);
        assertThat(found.only().events()).hasSize(1);
        assertThat(found.event("2").encounterId()).isEqualTo("v");
        assertThat(found.rejected)
                .extracting(ImportIssue::line)
                .containsExactlyInAnyOrder(2L, 3L, 5L, 6L, 7L);
    }

    @Test
    void singleResourcesMakeOnePatient() throws Exception {
        write("z.json", PATIENT);
        write("y.json", VISIT);
        write("x.json", condition("c1", "1", "Patient/p"));
        assertThat(Collected.read(folder).event("1").encounterId()).isEqualTo("v");
    }

    @Test
    void ofAHistoryTheNewestVersionCounts() throws Exception {
        String deleted = "{'request':{'method':'DELETE','url':'Condition/c2'}}";
        Path file =
                Bundles.write(
                        folder,
                        "history.json",
                        "history",
                        List.of(
                                "{'resource':" + PATIENT + "}",
                                "{'resource':" + VISIT + "}",
                                "{'resource':" + condition("c1", "new", "Patient/p") + "}",
                                deleted,
                                "{'resource':" + condition("c2", "gone", "Patient/p") + "}",
                                "{'resource':" + condition("c1", "old", "Patient/p") + "}"));
        Collected found = Collected.read(file);
        assertThat(found.only().events())
                .extracting(e -> e.concept().code())
                .containsExactly("new");
        assertThat(found.skipped).containsEntry("Condition (older version)", 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"document", "message", "batch-response", "searchset"})
    void bundlesOfOtherTypesAndWithinEachOther(String type) throws Exception {
        String inner =
                "{'resource':{'entry':[{'resource':"
                        + condition("c1", "1", "Patient/p")
                        + "}],'resourceType':'Bundle'}}";
        List<String> entries =
                List.of("{'resource':" + PATIENT + "}", "{'resource':" + VISIT + "}", inner);
        Path file = Bundles.write(folder, "one.json", type, entries);
        assertThat(Collected.read(file).event("1").encounterId()).isEqualTo("v");
    }

    @Test
    void ofASampleWhatIsMissingIsNotSpokenOf() throws Exception {
        Path file = folder.resolve("export.ndjson");
        List<String> lines = new ArrayList<>(List.of(PATIENT));
        for (int i = 0; i < 200; i++) {
            lines.add(condition("c" + i, "1", "Patient/" + (i == 0 ? "p" : "unknown")));
        }
        write("export.ndjson", lines.toArray(String[]::new));
        Collected found = new Collected();
        try (Inputs inputs = Inputs.open(List.of(file));
                Inputs sample = inputs.sample(20_000, 20_000)) {
            assertThat(sample.isSample()).isTrue();
            new FhirReader().read(sample, found, Progress.NONE);
        }
        assertThat(found.rejected).isEmpty();
        assertThat(found.noted).isEmpty();
        assertThat(found.patients).hasSize(1);
    }

    @Test
    void aLargeDocumentIsTakenWholeOrNotAtAll() throws Exception {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < 45_000; i++) {
            entries.add("{'resource':" + condition("c" + i, "n" + i, "Patient/p") + "}");
        }
        entries.add("{'resource':" + VISIT + "}");
        entries.add("{'resource':" + PATIENT + "}");
        Path file = Bundles.write(folder, "one.json", "collection", entries);
        Collected found = Collected.read(file);
        assertThat(found.only().events()).hasSize(45_000);
        assertThat(found.rejected).isEmpty();
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 30));
        Collected broken = Collected.read(file);
        assertThat(broken.patients).isEmpty();
        assertThat(broken.rejected)
                .extracting(ImportIssue::line, ImportIssue::reason)
                .containsExactly(tuple(45_003L, "It ends in the middle; nothing of it was taken."));
    }
}
