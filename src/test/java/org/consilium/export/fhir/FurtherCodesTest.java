package org.consilium.export.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Timeline;
import org.consilium.cohort.CohortService;
import org.consilium.export.Charts;
import org.consilium.export.ExportRequest;
import org.consilium.export.ExportService;
import org.consilium.importing.ImportHouse;
import org.consilium.job.Progress;
import org.consilium.store.ImportSession;
import org.consilium.store.TestStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codes beside the first, on the way out of one store and into another. */
class FurtherCodesTest {
    private static final Concept E11_9 = new Concept(CodeSystem.ICD_10_CM, "E11.9", "T2DM");
    private static final Concept E11_65 = new Concept(CodeSystem.ICD_10_CM, "E11.65", "High");
    private static final Concept PRODUCT =
            new Concept(CodeSystem.SNOMED_CT, "325278007", "Metformin 500 mg tablet");

    @TempDir private Path folder = Path.of("unset");
    private ImportHouse from;
    private ImportHouse to;

    @BeforeEach
    void open() throws Exception {
        from = new ImportHouse(folder.resolve("from"));
        to = new ImportHouse(folder.resolve("to"));
    }

    @AfterEach
    void close() {
        from.close();
        to.close();
    }

    private FhirExport export(Timeline timeline, Concept of, Concept... others) throws Exception {
        try (ImportSession session = from.repository.beginImport(ImportHouse.COHORT, false)) {
            session.put(timeline);
            for (Concept other : others) {
                session.alsoCoded(of, other);
            }
            session.commit();
        }
        return export();
    }

    private FhirExport export() throws Exception {
        Path target = folder.resolve("out");
        CohortService cohorts = new CohortService(from.repository);
        new ExportService(List.of(new FhirFormat(cohorts::alsoCoded)), cohorts, TestStores.CLOCK)
                .exporting(
                        new ExportRequest(
                                ImportHouse.COHORT,
                                Set.of(),
                                "fhir-ndjson",
                                target,
                                ExportRequest.Packing.PLAIN))
                .run(Progress.NONE);
        to.load(target);
        return new FhirExport(target);
    }

    private static List<String> codes(JsonNode codeable) {
        return codeable.get("coding").findValuesAsText("code");
    }

    private Concept readAs(String display) {
        String patient =
                to.repository
                        .patients(to.repository.list().getFirst().id())
                        .getFirst()
                        .patient()
                        .id();
        return to.event(patient, display).concept();
    }

    @Test
    void theyComeAfterTheFirstAndAreReadAgain() throws Exception {
        FhirExport export =
                export(
                        Charts.with(Charts.event(EventKind.CONDITION, Charts.DIABETES, null, null)),
                        Charts.DIABETES,
                        E11_9,
                        Charts.DIET);
        assertThat(codes(export.resources("Condition").getFirst().get("code")))
                .containsExactly("44054006", "=7", "E11.9");
        assertThat(readAs("Type 2 diabetes")).isEqualTo(Charts.DIABETES);
        assertThat(to.repository.alsoCoded(Charts.DIABETES))
                .containsExactlyInAnyOrder(E11_9, Charts.DIET);
    }

    @Test
    void thoseOfAFhirFileAreWrittenBackIfTheyAreOfTheConceptAlone() throws Exception {
        from.write(
                "all.ndjson",
                "{'resourceType':'Patient','id':'p'}".replace('\'', '"'),
                condition("a", "44054006", "E11.9"),
                condition("b", "73211009", "E11.9"),
                condition("c", "73211009", "E11.65"));
        from.load();
        FhirExport export = export();
        assertThat(export.resources("Condition"))
                .extracting(each -> codes(each.get("code")))
                .containsExactlyInAnyOrder(
                        List.of("44054006", "E11.9"), List.of("73211009"), List.of("73211009"));
    }

    /** Coded in SNOMED CT and ICD-10-CM. */
    private static String condition(String id, String first, String further) {
        return "{'resourceType':'Condition','id':'%s','subject':{'reference':'Patient/p'},'onsetDateTime':'2020-05-0%d','code':{'coding':[{'system':'http://hl7.org/fhir/sid/icd-10-cm','code':'%s','display':'Diabetes'},{'system':'http://snomed.info/sct','code':'%s','display':'Diabetes'}]}}"
                .formatted(id, id.charAt(0) - 'a' + 1, further, first)
                .replace('\'', '"');
    }

    @Test
    void aCodeWithoutANameIsGivenNone() throws Exception {
        FhirExport export =
                export(
                        Charts.with(Charts.event(EventKind.CONDITION, Charts.DIABETES, null, null)),
                        Charts.DIABETES,
                        new Concept(CodeSystem.ICD_10_CM, "E11.9", ""));
        JsonNode code = export.resources("Condition").getFirst().get("code");
        assertThat(code.at("/coding/1/code").asText()).isEqualTo("E11.9");
        assertThat(code.at("/coding/1").has("display")).isFalse();
    }

    @Test
    void ofSeveralCodesOfOneSystemNoneIsClaimed() throws Exception {
        FhirExport export =
                export(
                        Charts.with(Charts.event(EventKind.CONDITION, Charts.DIABETES, null, null)),
                        Charts.DIABETES,
                        E11_9,
                        E11_65);
        assertThat(codes(export.resources("Condition").getFirst().get("code")))
                .containsExactly("44054006");
    }

    @Test
    void aCodeThatWouldBeTakenInsteadStaysOut() throws Exception {
        FhirExport export =
                export(
                        Charts.with(
                                Charts.event(EventKind.MEDICATION, Charts.METFORMIN, null, null),
                                Charts.event(EventKind.ALLERGY, Charts.METFORMIN, null, null)),
                        Charts.METFORMIN,
                        PRODUCT);
        JsonNode order = export.resources("MedicationRequest").getFirst();
        assertThat(codes(order.get("medicationCodeableConcept")))
                .containsExactly("860975", "325278007");
        assertThat(codes(export.resources("AllergyIntolerance").getFirst().get("code")))
                .containsExactly("860975");
    }
}
