package org.consilium.importing.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Timeline;
import org.consilium.clinical.Value;
import org.consilium.importing.ImportException;
import org.consilium.importing.ImportHouse;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.ImportReport;
import org.consilium.importing.ImportRequest;
import org.consilium.job.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of no known format: suggested, tried, mapped and brought into a real store. */
class MappedImportTest {
    @TempDir private Path folder = Path.of("unset");
    private ImportHouse house;
    private MappingService mappings;

    @BeforeEach
    void open() throws IOException {
        house = new ImportHouse(folder);
        mappings = house.service.mappings();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private MappingSuggestion suggest() throws Exception {
        return mappings.suggesting(List.of(house.files)).run(Progress.NONE);
    }

    private static ColumnMapping json(String text) throws ImportException {
        return MappingJson.read("m.json", text.replace('\'', '"'));
    }

    @Test
    void aLongTableOfResultsIsSuggestedAndTakenAsItIs() throws Exception {
        house.write(
                "labs_2024-05.csv",
                "PatientID;DOB;Gender;Taken;Test;Result;Unit",
                "p;25.03.1958;F;03.04.2020 8:05;Sodium;138,5;mmol/L",
                "p;25.03.1958;F;03.04.2020 8:05;Culture;no growth;",
                "p;25.03.1958;F;30.04.2020;Troponin;<0,01;ng/mL",
                "q;01.02.1960;M;31.04.2020;Sodium;140;mmol/L");
        MappingSuggestion suggestion = suggest();
        assertThat(suggestion.questions()).isEmpty();
        assertThat(suggestion.confidence()).isGreaterThan(.99);

        ImportReport report = house.load(suggestion.mapping());

        assertThat(report.format()).isEqualTo("csv");
        assertThat(report.issues())
                .extracting(ImportIssue::sentence)
                .containsExactly(
                        "labs_2024-05.csv, line 5, Taken: The cell is not a date written as the mapping says.");
        Timeline p = house.timeline("p").orElseThrow();
        assertThat(p.patient().birthDate()).isEqualTo("1958-03-25");
        assertThat(p.patient().sex()).isEqualTo(Sex.FEMALE);
        assertThat(p.encounters())
                .extracting(Encounter::id)
                .containsExactly("2020-04-03", "2020-04-30");
        assertThat(house.event("p", "Sodium").value())
                .isEqualTo(new Value.Quantity(138.5, "mmol/L"));
        assertThat(house.event("p", "Sodium").encounterId()).isEqualTo("2020-04-03");
        assertThat(house.event("p", "Troponin").value()).isEqualTo(new Value.Text("<0,01 ng/mL"));
    }

    @Test
    void datesThatMayBeTwoThingsAreAskedForAndNeverGuessed() throws Exception {
        house.write(
                "visits.csv",
                "patient_id,visit_date,sbp,diabetes,zip",
                "p,03/04/2020,120,yes,1234",
                "p,05/06/2020,,no,1234");
        MappingSuggestion suggestion = suggest();

        MappingQuestion question = suggestion.questions().getFirst();
        assertThat(question.mustBeAnswered()).isTrue();
        assertThat(question.choices()).containsExactly("dd/MM/yyyy", "MM/dd/yyyy");
        assertThatThrownBy(() -> house.load(suggestion.mapping()))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("dd/MM/yyyy or MM/dd/yyyy");

        TableMapping table = suggestion.mapping().tables().getFirst();
        house.load(
                new ColumnMapping(
                        "",
                        List.of(table.withDates(question.column(), question.choices().get(1)))));

        assertThat(house.event("p", "Systolic blood pressure").start())
                .isEqualTo("2020-03-04T00:00:00");
        assertThat(house.event("p", "Systolic blood pressure").concept().system())
                .isEqualTo(CodeSystem.LOINC);
        assertThat(house.event("p", "Diabetes").kind()).isEqualTo(EventKind.CONDITION);
        assertThat(suggestion.unused()).containsExactly("visits.csv: zip");
    }

    @Test
    void severalTablesMakeOnePatient() throws Exception {
        house.write("people.csv", "MRN,birth year,sex,race", "p,1958,2,Asian", "q,1960,1,");
        house.write(
                "stays.csv",
                "mrn,encounter_id,admission_date,discharge_date,icd10cm",
                "p,e1,2020-01-02,2020-01-09,E11.9",
                "p,e1,2020-01-02,2020-01-09,I10");
        house.write(
                "drugs.csv", "mrn,encounter_id,start_date,drug_name", "p,e1,2020-01-03,Metformin");
        MappingSuggestion suggestion = suggest();
        assertThat(suggestion.questions())
                .singleElement()
                .extracting(MappingQuestion::sentence)
                .isEqualTo("Is 1 male and 2 female here, as ISO/IEC 5218 has it?");

        house.load(suggestion.mapping());

        Timeline p = house.timeline("p").orElseThrow();
        assertThat(p.patient().birthDate()).isEqualTo(LocalDate.of(1958, 1, 1));
        assertThat(p.patient().sex()).isEqualTo(Sex.FEMALE);
        assertThat(p.patient().race()).isEqualTo("Asian");
        assertThat(p.encounters()).extracting(Encounter::id).containsExactly("e1");
        assertThat(p.encounters().getFirst().end()).isEqualTo("2020-01-09T00:00:00");
        assertThat(house.event("p", "I10").concept().system()).isEqualTo(CodeSystem.ICD_10_CM);
        assertThat(house.event("p", "Metformin").kind()).isEqualTo(EventKind.MEDICATION);
        assertThat(house.event("p", "Metformin").encounterId()).isEqualTo("e1");
        assertThat(house.timeline("q").orElseThrow().patient().sex()).isEqualTo(Sex.MALE);
    }

    @Test
    void columnsWithoutNamesGoByTheirNumbers() throws Exception {
        Files.write(
                house.files.resolve("old.txt"),
                List.of("p\t58\tw\tDX\t20200403\tMüdigkeit", "p\tNA\tw\tZZ\t20200403\tx"),
                Charset.forName("windows-1252"));
        ColumnMapping mapping =
                json(
                        """
                        {'version': 1, 'tables': [{
                          'noHeader': true, 'separator': 'tab', 'encoding': 'windows-1252',
                          'empty': ['NA'], 'dates': {'5': 'yyyyMMdd'}, 'date': {'column': '5'},
                          'patient': {'id': '1', 'age': '2',
                                      'sex': {'column': '3', 'words': {'W': 'female'}}},
                          'events': [{'kind': {'column': '4', 'words': {'dx': 'condition'}},
                                      'display': {'column': '6'}}]}]}
                        """);
        ImportReport report = house.load(mapping);

        assertThat(report.issues().getFirst().sentence())
                .isEqualTo(
                        "old.txt, line 2, 4: The word is no kind of event, and the mapping does not say what it means.");
        assertThat(house.timeline("p").orElseThrow().patient().birthDate()).isEqualTo("1962-01-01");
        assertThat(house.event("p", "Müdigkeit").start()).isEqualTo("2020-04-03T00:00:00");
    }

    @Test
    void rowsAreTriedBesideTheirCellsAndNothingIsWritten() throws Exception {
        house.write(
                "dx.csv",
                "patient_id,date,diagnosis",
                "p,2020-01-01,Asthma",
                "p,never,Gout",
                "p,2020-01-01,Gout,extra",
                "p,2020-01-02,Angina");
        List<MappedRow> rows =
                mappings.trying(List.of(house.files), suggest().mapping(), 3).run(Progress.NONE);

        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).cells()).containsExactly("p", "2020-01-01", "Asthma");
        assertThat(rows.get(0).columns()).containsExactly("patient_id", "date", "diagnosis");
        assertThat(rows.get(0).events().getFirst().concept().display()).isEqualTo("Asthma");
        assertThat(rows.get(1).rejected()).extracting(ImportIssue::field).isEqualTo("date");
        assertThat(rows.get(2).rejected()).isNotNull();
        assertThat(house.repository.list()).isEmpty();
    }

    @Test
    void aSavedMappingIsOfferedForTheNextFilesOfThatHeader() throws Exception {
        house.write("dx_1.csv", "patient_id,date,diagnosis", "p,2020-01-01,Asthma");
        ColumnMapping mapping = suggest().mapping().named("Diagnoses (2020)");
        mappings.saved().save(mapping);
        Files.delete(house.files.resolve("dx_1.csv"));
        house.write("dx_2.csv", "diagnosis,patient_id,date", "Gout,p,2020-01-01");

        assertThat(mappings.fitting(List.of(house.files)).run(Progress.NONE))
                .containsExactly(mapping);
        assertThatThrownBy(() -> house.load())
                .hasMessageEndingWith("The saved mapping Diagnoses (2020) fits them.");
        assertThat(house.load(mappings.find("Diagnoses (2020)")).events()).isEqualTo(1);

        house.write("other.csv", "a,b", "1,2");
        assertThat(mappings.fitting(List.of(house.files)).run(Progress.NONE)).isEmpty();
        mappings.saved().delete("Diagnoses (2020)");
        assertThat(mappings.saved().all()).isEmpty();
    }

    @Test
    void aMappingThatFitsNothingSaysWhichColumnIsMissing() throws Exception {
        house.write("dx.csv", "patient_id,date,diagnosis", "p,2020-01-01,Asthma");
        ColumnMapping mapping = suggest().mapping();
        house.write("dx.csv", "patient_id,day,diagnosis", "p,2020-01-01,Asthma");

        assertThatThrownBy(() -> house.load(mapping))
                .hasMessage("The mapping fits none of these files: dx.csv has no column date.");
        assertThatThrownBy(() ->
                        house.service
                                .importing(
                                        new ImportRequest("x", List.of(house.files), "csv", false))
                                .run(Progress.NONE))
                .hasMessageStartingWith("The format csv needs a mapping.");
        assertThat(house.repository.list()).isEmpty();
    }

    @Test
    void flagsAgesAndRepeatedColumnsOfAWideTable() throws Exception {
        house.write(
                "wide.csv",
                "subject_id,age,visit_date,HbA1c,glucose (mg/dL),on_insulin,diagnosis_1,diagnosis_2",
                "p,50,2020-05-25,7.5,140,1,Gout,Asthma",
                "q,60,2020-05-25,NULL,?,0,,");
        house.load(suggest().mapping());

        assertThat(house.timeline("p").orElseThrow().patient().birthDate()).isEqualTo("1970-01-01");
        assertThat(house.event("p", "Hemoglobin A1c/Hemoglobin.total in Blood").value())
                .isEqualTo(new Value.Quantity(7.5, "%"));
        assertThat(house.event("p", "Glucose").value()).isEqualTo(new Value.Quantity(140, "mg/dL"));
        assertThat(house.event("p", "On insulin").kind()).isEqualTo(EventKind.MEDICATION);
        assertThat(house.event("p", "Gout").kind()).isEqualTo(EventKind.CONDITION);
        assertThat(house.event("p", "Asthma").kind()).isEqualTo(EventKind.CONDITION);
        assertThat(house.timeline("q").orElseThrow().events()).isEmpty();
    }

    @Test
    void aMappingIsTheSameAfterItsJson() throws Exception {
        house.write("dx.csv", "patient_id,sex,date,diagnosis", "p,w,2020/01/01,Asthma");
        ColumnMapping mapping = suggest().mapping();
        assertThat(MappingJson.read("m", MappingJson.write(mapping))).isEqualTo(mapping);
        assertThat(mapping.tables().getFirst().dates()).isEqualTo(Map.of("date", "yyyy/MM/dd"));
    }

    @Test
    void whatIsNoMappingIsRefusedWithThePlace() {
        assertThatThrownBy(() -> json("{'version': 1, 'tables': [{'patint': {}}]}"))
                .isInstanceOf(ImportException.class)
                .hasMessage(
                        "m.json is no mapping: tables[0].patint is unknown or has another form (line 1).");
        assertThatThrownBy(() -> json("{'version': 7, 'tables': []}"))
                .hasMessage("m.json is a mapping of version 7; this program reads version 1.");
        assertThatThrownBy(() -> json("nonsense")).hasMessageContaining("not well-formed JSON");
        assertThatThrownBy(() -> mappings.saved().save(new ColumnMapping("../up", List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobodyIsBornBeforeTheYearOne() throws Exception {
        house.write("ages.csv", "pid;age;when", "p;40;2020-01-01", "q;40;0030-01-01");

        ImportReport report =
                house.load(
                        json(
                                """
                                {'version': 1, 'tables': [{'date': {'column': 'when'},
                                  'patient': {'id': 'pid', 'age': 'age'}}]}
                                """));

        assertThat(report.issues())
                .extracting(ImportIssue::sentence)
                .containsExactly(
                        "ages.csv, line 3, age: The date of the row is too early for the age.");
        assertThat(house.timeline("p").orElseThrow().patient().birthDate()).isEqualTo("1980-01-01");
    }

    @Test
    void aTableThatIsNamedButHasOtherColumnsIsNotPassedOver() throws Exception {
        house.write("people.csv", "pid,sex", "p,f");
        house.write("labs.csv", "p,2020-01-01,sodium");
        String mapping =
                """
                {'version': 1, 'tables': [{'file': 'people.csv', 'patient': {'id': 'pid'}},
                  {'file': '%s', 'patient': {'id': 'mrn'}}]}
                """;

        assertThatThrownBy(() -> house.load(json(mapping.formatted("labs*.csv"))))
                .isInstanceOf(ImportException.class)
                .hasMessage("labs.csv has no column mrn, which the mapping names.");
        assertThat(house.timeline("p")).isEmpty();

        assertThat(house.load(json(mapping.formatted("*.csv"))).skipped())
                .containsOnlyKeys("labs.csv");
    }
}
