package org.consilium.importing.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.importing.fhir.Bundles.coded;
import static org.consilium.importing.fhir.Bundles.entry;
import static org.consilium.importing.fhir.Bundles.of;
import static org.consilium.importing.fhir.Bundles.snomed;

import java.nio.file.Path;
import java.time.LocalDateTime;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What records in the wild say, and what they only seem to say. */
class FhirMeaningTest {
    private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";

    @TempDir private Path folder = Path.of("unset");

    private Collected read(String... resources) throws Exception {
        return Collected.read(Bundles.write(folder, "bundle.json", resources));
    }

    private static String condition(String elements) {
        return of("Condition", "c", "'code':" + snomed("44054006", "Diabetes") + "," + elements);
    }

    @ParameterizedTest
    @CsvSource({
        "confirmed, true",
        "provisional, true",
        "unconfirmed, false",
        "differential, false",
        "refuted, false",
        "entered-in-error, false"
    })
    void onlyWhatIsTakenToBeThereIsACondition(String status, boolean taken) throws Exception {
        String element = "'verificationStatus':{'coding':[{'code':'local'},{'code':'%s'}]}";
        Collected found = read(condition(element.formatted(status)));
        assertThat(found.only().events()).hasSize(taken ? 1 : 0);
        Collected stu3 = read(condition("'verificationStatus':'%s'".formatted(status)));
        assertThat(stu3.only().events()).hasSize(taken ? 1 : 0);
    }

    @Test
    void anEntryThatThereIsNoneIsNoFinding() throws Exception {
        String ips = "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips";
        Collected found =
                read(
                        allergy("1", "'code':" + snomed("716186003", "No known allergy")),
                        allergy("2", "'code':" + coded(ips, "no-allergy-info", "None")),
                        allergy("3", "'code':{'text':'No known  drug allergies'}"),
                        allergy("4", "'code':{'text':'Penicillin'},'criticality':'high'"),
                        of("Condition", "5", "'code':" + coded(ips, "no-known-problems", "None")),
                        of(
                                "Condition",
                                "6",
                                "'code':"
                                        + snomed(
                                                "243796009:408729009=410516002,246090004=44054006",
                                                "No diabetes")),
                        of(
                                "MedicationStatement",
                                "7",
                                "'medicationCodeableConcept':"
                                        + coded(ips, "no-known-medications", "None")),
                        of("Observation", "8", "'code':{'text':'Smoker'},'valueBoolean':false"));
        assertThat(found.only().events())
                .extracting(event -> event.concept().code())
                .containsExactlyInAnyOrder("penicillin", "smoker");
        assertThat(found.event("smoker").value()).isEqualTo(new Value.Text("false"));
        assertThat(found.skipped)
                .containsEntry("AllergyIntolerance (says that there is none)", 3)
                .containsEntry("Condition (says that there is none)", 2);
    }

    private static String allergy(String id, String elements) {
        return entry("AllergyIntolerance", id, "'patient':{'reference':'Patient/p'}," + elements);
    }

    @Test
    void whatAnAllergyDoesIsItsValueInWords() throws Exception {
        String hives = snomed("247472004", "Wheal (finding)");
        Collected found =
                read(
                        allergy(
                                "1",
                                "'code':{'text':'Penicillin'},'type':'allergy','criticality':'high',"
                                        + "'category':['medication'],'reaction':[{'manifestation':["
                                        + hives
                                        + ",{'text':'Wheezing'}],'severity':'mild'},"
                                        + "{'description':'Collapsed','severity':'severe'},"
                                        + "{'manifestation':["
                                        + hives
                                        + "],'severity':'moderate','description':'not used'}]"),
                        allergy(
                                "2",
                                "'code':{'text':'Lactose'},'type':'intolerance',"
                                        + "'criticality':'unable-to-assess'"),
                        allergy("3", "'code':{'text':'Kiwi'},'criticality':'low','reaction':[{}]"),
                        allergy("4", "'code':{'text':'Latex'},'type':'allergy'"));
        assertThat(found.event("penicillin").value())
                .isEqualTo(
                        new Value.Text(
                                "Collapsed (severe), Wheal (moderate), Wheezing (mild); high risk"));
        assertThat(found.event("lactose").value()).isEqualTo(new Value.Text("intolerance"));
        assertThat(found.event("kiwi").value()).isEqualTo(new Value.Text("low risk"));
        assertThat(found.event("latex").value()).isNull();
    }

    @Test
    void allergiesBySubstanceOfTheirReactions() throws Exception {
        Collected found =
                read(
                        allergy(
                                "1",
                                "'reaction':[{'substance':{'text':'Latex'},"
                                        + "'manifestation':[{'text':'Rash'}]},"
                                        + "{'substance':{'text':'Kiwi'}},{'manifestation':[]},"
                                        + "{'manifestation':[{'text':'Cough'}]}],"
                                        + "'clinicalStatus':{'coding':[{'code':'resolved'}]},"
                                        + "'verificationStatus':{'coding':[{'code':'unconfirmed'}]},"
                                        + "'recordedDate':'2019'"));
        assertThat(found.event("kiwi").end()).isEqualTo(found.event("latex").start());
        assertThat(found.event("latex").value()).isEqualTo(new Value.Text("Rash, Cough"));
        assertThat(found.event("kiwi").value()).isEqualTo(new Value.Text("Cough"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'onsetRange':{'low':{'value':10,'unit':'a'},'high':{'value':12}} | 1980-05-17T00:00",
                "'onsetAge':{'value':18,'code':'mo'} | 1971-11-17T00:00",
                "'onsetAge':{'value':5,'code':'h'} | 1970-05-17T00:00",
                "'onsetPeriod':{'end':'2019-02'} | 2019-02-01T00:00",
                "'onsetPeriod':{'start':'2018','end':'2019'} | 2018-01-01T00:00",
                "'onsetString':'2017-03-04' | 2017-03-04T00:00",
                "'onsetDateTime':'2016-12-31T23:30:00.5-11:00' | 2016-12-31T23:30",
                "'_onsetDateTime':{'extension':[]},'recordedDate':'2015' | 2015-01-01T00:00"
            })
    void onsetsInEveryForm(String elements, LocalDateTime start) throws Exception {
        assertThat(read(condition(elements)).event("44054006").start()).isEqualTo(start);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'valueRange':{'low':{'value':5},'high':{'value':10,'unit':'mg'}} | 5-10 mg",
                "'valueRange':{'low':{'value':5,'unit':'mg'}} | >=5 mg",
                "'valueRatio':{'numerator':{'value':1},'denominator':{'value':128}} | 1:128",
                "'valueRatio':{'numerator':{'value':1,'unit':'mg'},'denominator':{'value':2,'unit':'mL'}} | 1 mg/2 mL",
                "'valuePeriod':{'start':'2020-01-01','end':'2020-02-01'} | 2020-01-01/2020-02-01",
                "'valueTime':'12:30:00' | 12:30:00",
                "'valueQuantity':{'value':5,'comparator':'<','unit':'mg'} | <5 mg",
                "'valueString':'a\\u0000b\\ud800' | a\uFFFDb\uFFFD"
            })
    void valuesThatAreNoNumbersAreKeptAsWritten(String value, String text) throws Exception {
        Collected found = read(of("Observation", "o", "'code':{'text':'X'}," + value));
        assertThat(found.event("x").value()).isEqualTo(new Value.Text(text));
    }

    @Test
    void unitsInUcumAndRangesInTheSameUnitOnly() throws Exception {
        String ucum = "'system':'http://unitsofmeasure.org'";
        String value = "'valueQuantity':{'value':9,'unit':'K/uL','code':'10*3/uL'," + ucum + "}";
        String range = ",'referenceRange':[{'low':{'value':4,'unit':'%s'}}]";
        Collected found =
                read(
                        of("Observation", "1", "'code':{'text':'A'}," + value),
                        of(
                                "Observation",
                                "2",
                                "'code':{'text':'B'}," + value + range.formatted("10*3/uL")),
                        of(
                                "Observation",
                                "3",
                                "'code':{'text':'C'}," + value + range.formatted("g/L")));
        assertThat(found.event("a").value()).isEqualTo(new Value.Quantity(9, "10*3/uL"));
        assertThat(found.event("b").value()).isEqualTo(new Value.Quantity(9, "10*3/uL", 4.0, null));
        assertThat(found.event("c").value()).isEqualTo(new Value.Quantity(9, "10*3/uL"));
    }

    @Test
    void whatIsNotOfThePatientIsLeftOut() throws Exception {
        String absent = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
        Collected found =
                read(
                        of(
                                "Observation",
                                "1",
                                "'focus':[{'reference':'Patient/child'}],'valueInteger':1"),
                        entry(
                                "Observation",
                                "2",
                                "'subject':{'reference':'Group/herd'},'valueInteger':1"),
                        of(
                                "Observation",
                                "3",
                                "'valueCodeableConcept':" + coded(absent, "unknown", "Unknown")),
                        of(
                                "Observation",
                                "4",
                                "'component':[{'dataAbsentReason':{'text':'x'}}],"
                                        + "'valueSampledData':{'data':'1 2 3'}"),
                        of("FamilyMemberHistory", "5", "'condition':[]"));
        assertThat(found.only().events()).isEmpty();
        assertThat(found.rejected).isEmpty();
        assertThat(found.skipped)
                .containsEntry("Observation (of somebody or something else)", 1)
                .containsEntry("Observation (of no patient)", 1)
                .containsEntry("Observation (no value)", 2)
                .containsEntry("FamilyMemberHistory", 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'modifierExtension':[{'url':'x'}]",
                "'evidence':[],'category':[{'modifierExtension':[{}]}]",
                "'implicitRules':'http://rules.example'"
            })
    void whatMayMeanTheOppositeIsRejected(String elements) throws Exception {
        Collected found = read(condition(elements));
        assertThat(found.only().events()).isEmpty();
        assertThat(found.rejected).hasSize(1);
        assertThat(found.rejected.getFirst().field()).containsAnyOf("modifierExtension", "Rules");
    }

    @Test
    void whatBelongsToARejectedPatientGoesToNobodyElse() throws Exception {
        Bundles.write(folder, "a.json", condition("'recordedDate':'2019'"));
        String other = entry("Patient", "p", "'gender':'male','birthDate':'1990-01-01'");
        String theirs = of("Condition", "d", "'code':" + snomed("38341003", "Hypertension"));
        Bundles.write(folder, "b.json", "collection", java.util.List.of(other, theirs));
        Collected found = Collected.read(folder);
        assertThat(found.only().events()).hasSize(1);
        assertThat(found.rejected).extracting("field").containsExactlyInAnyOrder("id", "subject");
    }

    @Test
    void codingsByPreferenceAndChoice() throws Exception {
        String codings =
                "'code':{'text':'Sugar','coding':[{'system':'urn:local','code':'L1'},"
                        + "{'system':'http://hl7.org/fhir/sid/icd-10-cm','code':'E11.9'},"
                        + "{'system':'http://hl7.org/fhir/sid/icd-10-cm','code':'E11.8',"
                        + "'userSelected':true}]}";
        String local = "'code':{'coding':[{'system':'urn:local','code':'L1','display':'Own'}]}";
        Collected found = read(of("Condition", "1", codings), of("Condition", "2", local));
        assertThat(found.event("E11.8").concept().display()).isEqualTo("Sugar");
        assertThat(found.event("L1").concept().system()).isEqualTo(new CodeSystem("urn:local"));
        assertThat(found.event("L1").concept().display()).isEqualTo("Own");
    }

    @Test
    void dispensesAndOrdersOfPatientsThemselves() throws Exception {
        String drug = "'medicationCodeableConcept':" + coded(RXNORM, "%s", "Drug");
        String given = "'status':'%s','whenHandedOver':'2020-03-05','daysSupply':{'value':30},";
        Collected found =
                read(
                        of(
                                "MedicationRequest",
                                "1",
                                "'status':'stopped','authoredOn':'2020-03-01',"
                                        + drug.formatted("1")),
                        of(
                                "MedicationDispense",
                                "2",
                                given.formatted("completed") + drug.formatted("1")),
                        of(
                                "MedicationDispense",
                                "3",
                                given.formatted("completed") + drug.formatted("3")),
                        of(
                                "MedicationDispense",
                                "4",
                                given.formatted("declined") + drug.formatted("4")),
                        of(
                                "MedicationRequest",
                                "5",
                                "'intent':'plan','reportedBoolean':true,"
                                        + "'dosageInstruction':[{'timing':{'repeat':{'boundsPeriod':"
                                        + "{'start':'2020-02-01'}}}}],"
                                        + drug.formatted("5")),
                        of(
                                "MedicationRequest",
                                "6",
                                "'contained':[{'resourceType':'Medication','id':'m','ingredient':["
                                        + "{'itemCodeableConcept':{'text':'A'}},"
                                        + "{'itemCodeableConcept':{'text':'B'}}]}],"
                                        + "'medicationReference':{'reference':'#m'}"));
        assertThat(found.event("1").end()).isEqualTo("2020-04-04T00:00");
        assertThat(found.event("3").end()).isEqualTo("2020-04-04T00:00");
        assertThat(found.event("5").start()).isEqualTo("2020-02-01T00:00");
        assertThat(found.event("5").end()).isNull();
        assertThat(found.event("a / b").concept().display()).isEqualTo("A / B");
        assertThat(found.skipped)
                .containsEntry("MedicationDispense (of an order)", 1)
                .containsEntry("MedicationDispense (declined)", 1);
    }
}
