package org.consilium.export.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Timeline;
import org.consilium.clinical.Value;
import org.consilium.export.Charts;
import org.consilium.export.ExportStore;
import org.consilium.export.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Element by element what docs/formats/fhir-ndjson.md says. */
class FhirWriterTest {
    private static final String DATE_TIME =
            "\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d:\\d\\dZ)?"; // FHIR R4, dateTime: as we write it

    @TempDir private Path home = Path.of("unset");
    @TempDir private Path folder = Path.of("unset");
    private ExportStore store;
    private List<Manifest.Entry> files = List.of();

    @BeforeEach
    void open() {
        store = new ExportStore(home);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private FhirExport export(Timeline... timelines) throws Exception {
        store.put("ward", List.of(timelines));
        files = store.export("ward", ExportStore.FHIR, folder.resolve("out")).files();
        return new FhirExport(folder.resolve("out"));
    }

    private JsonNode only(Timeline timeline, String type) throws Exception {
        List<JsonNode> found = export(timeline).resources(type);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static void same(JsonNode found, String expected) throws Exception {
        JsonNode wanted = new ObjectMapper().readTree(expected.replace('\'', '"'));
        assertThat(found.toString()).isEqualTo(wanted.toString());
    }

    @Test
    void aFileATypeAndALineAResource() throws Exception {
        FhirExport export = export(Charts.everything());
        assertThat(export.files())
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "AllergyIntolerance.ndjson",
                        "CarePlan.ndjson",
                        "Condition.ndjson",
                        "Encounter.ndjson",
                        "Goal.ndjson",
                        "Immunization.ndjson",
                        "MedicationRequest.ndjson",
                        "Observation.ndjson",
                        "Patient.ndjson",
                        "Procedure.ndjson");
        assertThat(Files.readString(export.folder().resolve("Observation.ndjson")))
                .endsWith("}\n")
                .matches(text -> text.lines().count() == 3);
        assertThat(files)
                .filteredOn(file -> file.type().equals("Observation"))
                .first()
                .matches(file -> file.rows() == 3);
    }

    @Test
    void everyResourceOfSyntheticPatientsIsTagged() throws Exception {
        assertThat(export(Charts.everything()).resources())
                .allMatch(each -> each.at("/meta/tag/0/code").asText().equals("HTEST"));
        store.put("real ward", List.of(Charts.everything()));
        store.export("real ward", ExportStore.FHIR, folder.resolve("real"));
        assertThat(new FhirExport(folder.resolve("real")).resources())
                .noneMatch(each -> each.has("meta"));
    }

    @Test
    void everyReferenceLeadsToAResourceAndNoIdIsUsedTwice() throws Exception {
        Timeline everything = Charts.everything();
        var other = everything.patient();
        Timeline second =
                new Timeline(
                        new Patient(
                                "second",
                                null,
                                null,
                                other.sex(),
                                other.birthDate(),
                                null,
                                null,
                                null,
                                null,
                                null),
                        everything.encounters(),
                        everything.events());
        List<JsonNode> resources = export(everything, second).resources();
        Set<String> known = new HashSet<>();
        for (JsonNode each : resources) {
            String id = each.get("id").asText();
            assertThat(id).matches("[A-Za-z0-9\\-.]{1,64}");
            assertThat(known.add(each.get("resourceType").asText() + "/" + id)).isTrue();
        }
        List<String> references =
                resources.stream()
                        .flatMap(each -> each.findValues("reference").stream())
                        .map(JsonNode::asText)
                        .toList();
        assertThat(references).hasSizeGreaterThan(20).allMatch(known::contains);
    }

    @Test
    void thePatientKeepsTheIdentifier() throws Exception {
        JsonNode patient = only(Charts.everything(), "Patient");
        same(patient.get("identifier"), "[{'system':'urn:consilium:patient','value':'47 11'}]");
        same(patient.get("name"), "[{'family':'Ødegård','given':['=Kari']}]");
        assertThat(patient.get("gender").asText()).isEqualTo("female");
        assertThat(patient.get("birthDate").asText()).isEqualTo("1958-03-09");
        assertThat(patient.get("deceasedDateTime").asText()).isEqualTo("2021-11-30");
        assertThat(patient.at("/communication/0/language/text").asText()).isEqualTo("nb-NO");
        same(
                patient.at("/extension/0"),
                "{'url':'http://hl7.org/fhir/us/core/StructureDefinition/us-core-race',"
                        + "'extension':[{'url':'text','valueString':'White'}]}");
    }

    @Test
    void classesOfVisitsAreHl7sWhereThereAreSuch() throws Exception {
        Encounter visit = Charts.everything().encounters().getFirst();
        List<Encounter> visits =
                List.of(
                        of(visit, "a", "emergency"),
                        of(visit, "b", "wellness"),
                        of(visit, "c", ""));
        List<JsonNode> found =
                export(new Timeline(Charts.everything().patient(), visits, List.of()))
                        .resources("Encounter");
        same(
                found.get(0).get("class"),
                "{'system':'http://terminology.hl7.org/CodeSystem/v3-ActCode','code':'EMER','display':'emergency'}");
        same(
                found.get(1).get("class"),
                "{'system':'urn:consilium:encounter-class','code':'wellness','display':'wellness'}");
        assertThat(found.get(2).at("/class/extension/0/valueCode").asText()).isEqualTo("unknown");
        same(
                found.get(0).get("period"),
                "{'start':'2019-04-30T08:10:00Z','end':'2019-04-30T08:40:00Z'}");
    }

    @Test
    void anAllergyOfWhichNothingIsRecordedSaysNothing() throws Exception {
        assertThat(only(Charts.everything(), "AllergyIntolerance").fieldNames())
                .toIterable()
                .doesNotContain("reaction", "criticality", "type");
    }

    private static Encounter of(Encounter visit, String id, String word) {
        return new Encounter(id, word, visit.type(), visit.reason(), visit.start(), visit.end());
    }

    @Test
    void resultsKeepTheirForm() throws Exception {
        List<JsonNode> found = export(Charts.everything()).resources("Observation");
        same(found.get(0).get("valueQuantity"), "{'value':-5.2,'unit':'mmol/L'}");
        same(
                found.get(0).get("referenceRange"),
                "[{'low':{'value':-2,'unit':'mmol/L'},'high':{'value':2,'unit':'mmol/L'}}]");
        assertThat(found.get(0).at("/category/0/coding/0/code").asText()).isEqualTo("laboratory");
        assertThat(found.get(1).at("/valueCodeableConcept/coding/0/code").asText())
                .isEqualTo("266919005");
        same(found.get(1).get("code"), "{'text':'Smoking'}");
        assertThat(found.get(2).get("valueString").asText()).isEqualTo("+ \"two\"\nlines");
    }

    @Test
    void anOrderEndsWithItsDosage() throws Exception {
        JsonNode order = only(Charts.everything(), "MedicationRequest");
        assertThat(order.get("status").asText()).isEqualTo("completed");
        same(
                order.at("/dosageInstruction/0/timing/repeat/boundsPeriod"),
                "{'start':'2019-04-30T08:10:00Z','end':'2019-05-02'}");
        assertThat(order.at("/reasonCode/0/coding/0/code").asText()).isEqualTo("44054006");
    }

    @Test
    void anAllergySaysWhatItDoes() throws Exception {
        JsonNode allergy =
                only(
                        Charts.with(
                                Charts.allergy(
                                        new Value.Text(
                                                "Hives (severe), Cough; intolerance; high risk"))),
                        "AllergyIntolerance");
        same(allergy.get("reaction"), "[{'manifestation':[{'text':'Hives (severe), Cough'}]}]");
        assertThat(allergy.get("type").asText()).isEqualTo("intolerance");
        assertThat(allergy.get("criticality").asText()).isEqualTo("high");
    }

    @Test
    void aNameOfASystemBecomesAUri() throws Exception {
        JsonNode procedure = only(Charts.everything(), "Procedure");
        same(
                procedure.at("/code/coding/0"),
                "{'system':'urn:consilium:system:HICL','code':'=7','display':'-foo diet'}");
    }

    @Test
    void aPlanIsForAProblemOfThePatientOrForAContainedOne() throws Exception {
        JsonNode plan = only(Charts.everything(), "CarePlan");
        assertThat(plan.at("/addresses/0/reference").asText()).startsWith("Condition/");
        store.put(
                "other ward",
                List.of(
                        Charts.with(
                                Charts.event(
                                        EventKind.CARE_PLAN, Charts.DIET, null, Charts.DIABETES))));
        store.export("other ward", ExportStore.FHIR, folder.resolve("other"));
        JsonNode alone = new FhirExport(folder.resolve("other")).resources("CarePlan").getFirst();
        assertThat(alone.at("/addresses/0/reference").asText()).isEqualTo("#reason");
        assertThat(alone.at("/contained/0/code/coding/0/code").asText()).isEqualTo("44054006");
        assertThat(alone.get("status").asText()).isEqualTo("active");
    }

    @Test
    void aGoalSaysInWordsWhatItMeasures() throws Exception {
        JsonNode goal = only(Charts.everything(), "Goal");
        assertThat(goal.get("lifecycleStatus").asText()).isEqualTo("on-hold");
        assertThat(goal.at("/achievementStatus/coding/0/code").asText()).isEqualTo("in-progress");
        assertThat(goal.get("startDate").asText()).isEqualTo("2019-04-30");
        assertThat(goal.at("/description/coding/0/display").asText()).isEqualTo("-foo diet");
        same(goal.get("target"), "[{'measure':{'text':'Carbohydrates: <130 g'}}]");
        assertThat(goal.at("/addresses/0/reference").asText()).startsWith("Condition/");
    }

    @Test
    void timesAreValidDateTimes() throws Exception {
        for (JsonNode each : export(Charts.everything()).resources()) {
            for (String name :
                    List.of("start", "end", "onsetDateTime", "authoredOn", "effectiveDateTime")) {
                assertThat(each.findValuesAsText(name)).allMatch(time -> time.matches(DATE_TIME));
            }
        }
    }

    @Test
    void whatFhirHasNoPlaceForIsCounted() throws Exception {
        FhirExport export =
                export(
                        Charts.with(
                                Charts.result(Charts.EXCESS, null),
                                Charts.result(Charts.EXCESS, new Value.Quantity(1e99, "mg")),
                                Charts.event(
                                        EventKind.CONDITION,
                                        Charts.DIABETES,
                                        Charts.AT.minusDays(1),
                                        Charts.SMOKING)));
        List<JsonNode> results = export.resources("Observation");
        assertThat(results.get(0).at("/dataAbsentReason/coding/0/code").asText())
                .isEqualTo("unknown");
        assertThat(results.get(1).get("valueString").asText()).isEqualTo("1.0E99 mg");
        JsonNode condition = export.resources("Condition").getFirst();
        assertThat(condition.get("abatementDateTime").asText())
                .isEqualTo(condition.get("onsetDateTime").asText());
        assertThat(condition.at("/clinicalStatus/coding/0/code").asText()).isEqualTo("resolved");
        JsonNode losses =
                new ObjectMapper()
                        .readTree(export.folder().resolve("manifest.json").toFile())
                        .get("losses");
        same(
                losses,
                "{'encounter-id':1,'end-before-start':1,'no-result':1,'number-as-text':1,"
                        + "'patient-id':1,'reason':1,'site':1}");
    }
}
