package org.consilium.importing.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.consilium.importing.fhir.Bundles.coded;
import static org.consilium.importing.fhir.Bundles.entry;
import static org.consilium.importing.fhir.Bundles.of;
import static org.consilium.importing.fhir.Bundles.snomed;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of each resource that is used. */
class FhirResourcesTest {
    private static final LocalDateTime VISIT = LocalDateTime.of(2020, 3, 1, 9, 30);
    private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";

    @TempDir private Path folder = Path.of("unset");

    private Collected read(String... resources) throws Exception {
        return Collected.read(Bundles.write(folder, "bundle.json", resources));
    }

    @Test
    void aPatientWithUsCoreExtensions() throws Exception {
        String race =
                "{'url':'http://hl7.org/fhir/us/core/StructureDefinition/us-core-race',"
                        + "'extension':[{'url':'text','valueString':'Asian'}]}";
        String patient =
                entry(
                        "Patient",
                        "p",
                        "'name':[{'use':'maiden','family':'Old'},"
                                + "{'use':'official','family':'Test','given':['Ada','B.']}],"
                                + "'gender':'male','birthDate':'1970-05',"
                                + "'deceasedDateTime':'2021-02-03T23:30:00-05:00','extension':["
                                + race
                                + "],'communication':[{'language':{'text':'Japanese'}}]");
        Path file = Bundles.write(folder, "one.json", "batch", List.of(patient));
        assertThat(Collected.read(file).only().patient())
                .isEqualTo(
                        new Patient(
                                "p",
                                "Test",
                                "Ada B.",
                                Sex.MALE,
                                LocalDate.of(1970, 5, 1),
                                LocalDate.of(2021, 2, 3),
                                "Asian",
                                null,
                                "Japanese",
                                null));
    }

    @Test
    void encountersAtTheWallClockWithTheirReason() throws Exception {
        String later =
                entry(
                        "Encounter",
                        "w",
                        "'status':'finished','class':{'code':'EMER'},'type':["
                                + snomed("50849002", "Emergency room admission")
                                + "],'subject':{'reference':'Patient/p'},"
                                + "'reasonReference':[{'reference':'Condition/c'}],"
                                + "'period':{'start':'2020-04-01T01:00:00Z'}");
        String cancelled =
                entry("Encounter", "x", "'status':'cancelled','subject':{'reference':'Patient/p'}");
        String condition =
                of("Condition", "c", "'code':%s".formatted(snomed("125605004", "Fracture")));
        Collected found = read(later, cancelled, condition);
        Encounter first = found.only().encounters().getFirst();
        assertThat(first.start()).isEqualTo(VISIT);
        assertThat(first.encounterClass()).isEqualTo("ambulatory");
        Encounter second = found.only().encounters().getLast();
        assertThat(second.encounterClass()).isEqualTo("emergency");
        assertThat(second.reason()).isNotNull().extracting("code").isEqualTo("125605004");
        assertThat(found.skipped).containsEntry("Encounter (cancelled)", 1);
    }

    @Test
    void conditionsBeginAndEndInEveryForm() throws Exception {
        Collected found =
                read(
                        condition(
                                "1", "'onsetDateTime':'2019-04','abatementDateTime':'2019-05-06'"),
                        condition("2", "'onsetAge':{'value':40,'code':'a'}"),
                        condition("3", "'onsetString':'as a child','recordedDate':'2018'"),
                        condition("4", "'clinicalStatus':{'coding':[{'code':'resolved'}]}"),
                        condition("5", "'verificationStatus':{'coding':[{'code':'refuted'}]}"));
        ClinicalEvent dated = found.event("1");
        assertThat(dated.start()).isEqualTo(LocalDateTime.of(2019, 4, 1, 0, 0));
        assertThat(dated.end()).isEqualTo(LocalDateTime.of(2019, 5, 6, 0, 0));
        assertThat(dated.encounterId()).isEqualTo("v");
        assertThat(found.event("2").start()).isEqualTo(LocalDateTime.of(2010, 5, 17, 0, 0));
        assertThat(found.event("3").start()).isEqualTo(LocalDateTime.of(2018, 1, 1, 0, 0));
        // without any date it is as old as its visit, and what is resolved is not going on
        assertThat(found.event("4").start()).isEqualTo(VISIT);
        assertThat(found.event("4").end()).isEqualTo(VISIT);
        assertThat(found.only().events()).hasSize(4);
        assertThat(found.skipped).containsEntry("Condition (refuted)", 1);
    }

    private static String condition(String code, String elements) {
        return of(
                "Condition",
                "c" + code,
                "'code':%s,%s".formatted(snomed(code, "Condition " + code), elements));
    }

    @Test
    void observationsOfEveryKindOfValueAndTheirComponents() throws Exception {
        Collected found =
                read(
                        result(
                                "1",
                                "'valueQuantity':{'value':7.25,'unit':'mmol/L'},"
                                        + "'referenceRange':[{'low':{'value':3.9},'high':{'value':5.6}}]"),
                        result("2", "'valueCodeableConcept':" + snomed("10828004", "Positive")),
                        result("3", "'valueString':'many'"),
                        result("4", "'valueBoolean':true"),
                        result("5", "'valueInteger':3"),
                        result("6", "'valueQuantity':{'comparator':'<','value':5,'unit':'mg'}"),
                        result("7", "'dataAbsentReason':{'text':'unknown'}"),
                        result("8", "'valueString':'no','status':'entered-in-error'"),
                        result(
                                "9",
                                "'component':[{'code':"
                                        + coded("http://loinc.org", "8480-6", "Systolic")
                                        + ",'valueQuantity':{'value':120,'code':'mm[Hg]'}},{'code':"
                                        + coded("http://loinc.org", "8462-4", "Diastolic")
                                        + ",'valueQuantity':{'value':80,'code':'mm[Hg]'}}]"));
        assertThat(found.event("1").value())
                .isEqualTo(new Value.Quantity(7.25, "mmol/L", 3.9, 5.6));
        assertThat(found.event("1").category()).isEqualTo(Category.LABORATORY);
        assertThat(found.event("2").value()).isInstanceOf(Value.Coded.class);
        assertThat(found.event("3").value()).isEqualTo(new Value.Text("many"));
        assertThat(found.event("4").value()).isEqualTo(new Value.Text("true"));
        assertThat(found.event("5").value()).isEqualTo(new Value.Quantity(3, ""));
        assertThat(found.event("6").value()).isEqualTo(new Value.Text("<5 mg"));
        assertThat(found.event("8480-6").value()).isEqualTo(new Value.Quantity(120, "mm[Hg]"));
        assertThat(found.event("8462-4").start()).isEqualTo(VISIT.plusDays(1));
        assertThat(found.only().events()).hasSize(8);
        assertThat(found.skipped)
                .containsEntry("Observation (no value)", 1)
                .containsEntry("Observation (entered-in-error)", 1);
    }

    private static String result(String code, String elements) {
        return of(
                "Observation",
                "o" + code,
                "'category':[{'coding':[{'code':'laboratory'}]}],"
                        + "'effectiveInstant':'2020-03-02T09:30:00.250Z','code':%s,%s"
                                .formatted(coded("http://loinc.org", code, "Test"), elements));
    }

    @Test
    void drugsCodedContainedInALaterEntryOrByNameOnly() throws Exception {
        Collected found =
                read(
                        order(
                                "1",
                                "'medicationCodeableConcept':{'coding':["
                                        + "{'system':'http://snomed.info/sct','code':'9'},"
                                        + "{'system':'"
                                        + RXNORM
                                        + "','code':'11','display':'A'}]}"),
                        order(
                                "2",
                                "'contained':[{'resourceType':'Medication','id':'m','code':"
                                        + coded(RXNORM, "12", "B")
                                        + "}],'medicationReference':{'reference':'#m'}"),
                        order("3", "'medicationReference':{'reference':'Medication/later'}"),
                        order("4", "'medicationReference':{'display':'Some  Drug'}"),
                        order("5", "'medicationReference':{'reference':'Medication/nowhere'}"),
                        order("6", "'intent':'plan'"),
                        entry("Medication", "later", "'code':" + coded(RXNORM, "13", "C")));
        assertThat(found.only().events())
                .extracting(event -> event.concept().code())
                .containsExactlyInAnyOrder("11", "12", "13", "some drug");
        assertThat(found.event("11").concept().system()).isEqualTo(CodeSystem.RXNORM);
        assertThat(found.rejected).hasSize(1);
        assertThat(found.rejected.getFirst().field()).isEqualTo("medicationReference");
        assertThat(found.rejected.getFirst().line()).isEqualTo(8L);
        assertThat(found.skipped).containsEntry("MedicationRequest (plan)", 1);
    }

    private static String order(String id, String elements) {
        return of(
                "MedicationRequest",
                "m" + id,
                "'status':'active','authoredOn':'2020-03-01T09:40:00',%s".formatted(elements));
    }

    @Test
    void ordersEndWhereTheRecordTells() throws Exception {
        String drug = "'medicationCodeableConcept':" + coded(RXNORM, "%s", "Drug");
        Collected found =
                read(
                        of(
                                "MedicationRequest",
                                "1",
                                "'status':'stopped','authoredOn':'2019-01-05',"
                                        + drug.formatted("1")),
                        of(
                                "MedicationRequest",
                                "2",
                                "'status':'active','authoredOn':'2020-01-07',"
                                        + drug.formatted("1")),
                        of(
                                "MedicationRequest",
                                "3",
                                "'status':'stopped','authoredOn':'2020-03-01',"
                                        + drug.formatted("3")),
                        of(
                                "MedicationAdministration",
                                "4",
                                "'status':'completed',"
                                        + "'effectiveDateTime':'2020-03-01T09:50:00',"
                                        + drug.formatted("3")),
                        of(
                                "MedicationAdministration",
                                "5",
                                "'status':'completed',"
                                        + "'effectivePeriod':{'start':'2020-03-01','end':'2020-03-02'},"
                                        + drug.formatted("5")),
                        of(
                                "MedicationStatement",
                                "6",
                                "'status':'not-taken'," + drug.formatted("6")));
        assertThat(found.only().events())
                .extracting(event -> event.concept().code(), ClinicalEvent::end)
                .containsExactlyInAnyOrder(
                        tuple("1", day(2020, 1, 7)),
                        tuple("1", null),
                        tuple("3", VISIT.plusMinutes(20)),
                        tuple("5", day(2020, 3, 2)));
        assertThat(found.skipped)
                .containsEntry("MedicationAdministration (of an order)", 1)
                .containsEntry("MedicationStatement (not-taken)", 1);
    }

    private static LocalDateTime day(int year, int month, int day) {
        return LocalDate.of(year, month, day).atStartOfDay();
    }

    @Test
    void whatWasDoneOrderedOrPlanned() throws Exception {
        String plan = "'period':{'start':'2020-03-01'},'category':[%s,%s]";
        String usCore = "http://hl7.org/fhir/us/core/CodeSystem/careplan-category";
        Collected found =
                read(
                        of("Condition", "c", "'code':" + snomed("44054006", "Diabetes")),
                        of(
                                "Procedure",
                                "1",
                                "'performedPeriod':{'start':'2020-03-01T09:35:00',"
                                        + "'end':'2020-03-01T09:50:00'},"
                                        + "'reasonReference':[{'reference':'Condition/c'}],'code':"
                                        + snomed("1", "Culture")),
                        of("Procedure", "2", "'status':'not-done','code':" + snomed("2", "X")),
                        of(
                                "ServiceRequest",
                                "3",
                                "'intent':'order','authoredOn':'2020-03-01',"
                                        + "'code':{'text':'Refer to  Cardiology'}"),
                        of("ServiceRequest", "4", "'intent':'proposal','code':{'text':'x'}"),
                        entry(
                                "Immunization",
                                "5",
                                "'patient':{'reference':'Patient/p'},"
                                        + "'occurrenceDateTime':'2020-03-01','vaccineCode':"
                                        + coded("http://hl7.org/fhir/sid/cvx", "140", "Influenza")),
                        entry(
                                "AllergyIntolerance",
                                "6",
                                "'patient':{'reference':'Patient/p'},"
                                        + "'code':"
                                        + snomed("111088007", "Latex")),
                        of(
                                "CarePlan",
                                "7",
                                plan.formatted(
                                        coded(usCore, "assess-plan", "A"),
                                        snomed("698360004", "Diabetes self management plan"))),
                        of(
                                "CarePlan",
                                "8",
                                "'period':{'start':'2020-03-01'},'activity':["
                                        + "{'detail':{'code':"
                                        + snomed("91251008", "Exercise")
                                        + "}}]"));
        ClinicalEvent culture = found.event("1");
        assertThat(culture.end()).isEqualTo(VISIT.plusMinutes(20));
        assertThat(culture.reason()).isNotNull().extracting("code").isEqualTo("44054006");
        assertThat(found.event("refer to cardiology").kind()).isEqualTo(EventKind.PROCEDURE);
        assertThat(found.event("140").kind()).isEqualTo(EventKind.IMMUNIZATION);
        // an allergy without a date is never forgotten
        assertThat(found.event("111088007").start()).isEqualTo(day(1970, 5, 17));
        assertThat(found.event("698360004").kind()).isEqualTo(EventKind.CARE_PLAN);
        assertThat(found.event("91251008").kind()).isEqualTo(EventKind.CARE_PLAN);
        assertThat(found.skipped)
                .containsEntry("Procedure (not-done)", 1)
                .containsEntry("ServiceRequest (proposal)", 1);
    }
}
