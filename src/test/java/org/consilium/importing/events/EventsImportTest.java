package org.consilium.importing.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Timeline;
import org.consilium.clinical.Value;
import org.consilium.importing.ImportException;
import org.consilium.importing.ImportHouse;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.ImportReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of the events format through the whole import into a real store. */
class EventsImportTest {
    private static final String HEADER =
            "patient_id,encounter_id,start,end,kind,code_system,code,display,value,unit";
    private static final CodeSystem LOCAL = new CodeSystem("local");

    @TempDir private Path folder = Path.of("unset");
    private ImportHouse house;

    @BeforeEach
    void open() throws IOException {
        house = new ImportHouse(folder);
        house.write(
                "patients.csv",
                "patient_id,birth_date,sex,race,site,family_name,given_name",
                "p,1958-03-09,F,Asian,North/1,Ødegård,Kari",
                "q,,,,,,");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private ImportReport loadEvents(String... rows) throws Exception {
        Files.writeString(
                house.files.resolve("events.csv"), HEADER + "\n" + String.join("\n", rows) + "\n");
        return house.load();
    }

    @Test
    void everyKindOfRowBecomesWhatItSays() throws Exception {
        ImportReport report =
                loadEvents(
                        "p,e1,2019-04-30T08:10:00Z,2019-04-30T08:40:00Z,encounter,local,2,Outpatient visit,,",
                        "p,e1,2019-04-30T08:15,,observation,LOINC,4548-4,HbA1c,7.9,%",
                        "p,e1,2019-04-30,,condition,ICD-9-CM,427.31,,,",
                        "p,e1,2019-04-30,2019-05-30,medication,HICL,1234,,,",
                        "p,e1,2019-04-30,,medication,local,,Metformin  500 mg,,",
                        "p,e1,2019-04-30,,procedure,SNOMED CT,1,Ultrasound,,",
                        "p,e1,2019-04-30,,careplan,local,,Diet,,",
                        "p,e1,2019-04-30,,care_plan,local,,Exercise,,",
                        "p,e1,2019-04-30,,immunization,cvx,140,Influenza,,",
                        "p,e1,2019-04-30,,Allergy,rxnorm,7980,Penicillin,,",
                        "p,,2019-04-30,,goal,local,,Lose weight,Weight: 70  kg; on hold,");

        assertThat(report.format()).isEqualTo("events");
        assertThat(report.patients()).isEqualTo(2);
        assertThat(report.issues()).isEmpty();
        Timeline timeline = house.timeline("p").orElseThrow();
        assertThat(timeline.patient())
                .isEqualTo(
                        new Patient(
                                "p",
                                "Ødegård",
                                "Kari",
                                Sex.FEMALE,
                                LocalDate.of(1958, 3, 9),
                                null,
                                "Asian",
                                null,
                                null,
                                "North/1"));
        assertThat(timeline.encounters())
                .containsExactly(
                        new Encounter(
                                "e1",
                                "",
                                new Concept(LOCAL, "2", "Outpatient visit"),
                                null,
                                LocalDateTime.of(2019, 4, 30, 8, 10),
                                LocalDateTime.of(2019, 4, 30, 8, 40)));
        assertThat(timeline.events()).extracting(ClinicalEvent::kind).contains(EventKind.values());
        assertThat(house.event("p", "HbA1c").value()).isEqualTo(new Value.Quantity(7.9, "%"));
        assertThat(house.event("p", "Lose weight").value())
                .isEqualTo(new Value.Text("Weight: 70 kg; on hold"));
        assertThat(house.event("p", "427.31").concept().system()).isEqualTo(CodeSystem.ICD_9_CM);
        assertThat(house.event("p", "1234").end()).isEqualTo("2019-05-30T00:00:00");
        assertThat(house.event("p", "Metformin 500 mg").concept().code())
                .isEqualTo("metformin 500 mg");
        assertThat(house.event("p", "Influenza").concept().system()).isEqualTo(CodeSystem.CVX);
    }

    @Test
    void valuesAreNumbersWordsAndCodesAndGuardsAreUndone() throws Exception {
        Files.write(
                house.files.resolve("events.csv"),
                List.of(
                        HEADER
                                + ",value_type,value_system,value_code,low,high,category,reason_code",
                        "p,,2020,,observation,local,a,A1c,>7,,,,,,,,",
                        "p,,2020,,observation,local,b,Base excess,'-5.2,mmol/L,,,,'-2,2,laboratory,",
                        "p,,2020,,observation,local,c,'-lymphs,-0.5,,,,,,,,",
                        "p,,2020,,observation,local,d,Smoking,Never,,code,SNOMED CT,266919005,,,,",
                        "p,,2020,,observation,local,e,Room,12,,text,,,,,,",
                        "p,,2020,,observation,local,f,Glucose,>300,mg/dL,,,,,,,",
                        "p,,2020,,medication,local,g,Metformin,500,mg,,,,,,,44054006"));
        ImportReport report = house.load();

        assertThat(house.event("p", "A1c").value()).isEqualTo(new Value.Text(">7"));
        assertThat(house.event("p", "Base excess").value())
                .isEqualTo(new Value.Quantity(-5.2, "mmol/L", -2., 2.));
        assertThat(house.event("p", "Base excess").category()).isEqualTo(Category.LABORATORY);
        assertThat(house.event("p", "-lymphs").value()).isEqualTo(new Value.Quantity(-.5, ""));
        assertThat(house.event("p", "Smoking").value())
                .isEqualTo(
                        new Value.Coded(new Concept(CodeSystem.SNOMED_CT, "266919005", "Never")));
        assertThat(house.event("p", "Room").value()).isEqualTo(new Value.Text("12"));
        assertThat(house.event("p", "Glucose").value()).isEqualTo(new Value.Text(">300 mg/dL"));
        assertThat(house.event("p", "Metformin").reason())
                .isEqualTo(new Concept(LOCAL, "44054006", ""));
        assertThat(report.rejected()).isZero();
        assertThat(report.issues()).extracting(ImportIssue::field).contains("value", "unit");
    }

    @Test
    void theValueOfAnAllergyIsWhatItDoes() throws Exception {
        ImportReport report =
                loadEvents(
                        "p,,2020-01-01,,allergy,,,Penicillin,\"Hives (severe),  Cough; high risk\",",
                        "p,,2020-01-01,,allergy,,,Latex,7,mg",
                        "p,,2020-01-01,,allergy,,,Kiwi,,");
        assertThat(house.event("p", "Penicillin").value())
                .isEqualTo(new Value.Text("Hives (severe), Cough; high risk"));
        assertThat(house.event("p", "Latex").value()).isEqualTo(new Value.Text("7"));
        assertThat(house.event("p", "Kiwi").value()).isNull();
        assertThat(report.issues()).extracting(ImportIssue::field).containsExactly("unit");
    }

    @Test
    void whatCanNotBeTakenIsNamedByLineAndColumn() throws Exception {
        ImportReport report =
                loadEvents(
                        "p,e,2020-01-01,,encounter,,,,,",
                        "p,e,2020-01-02,,encounter,,,,,",
                        "p,,2020-01-01,,poem,local,a,A,,",
                        "p,,yesterday,,condition,local,a,A,,",
                        "p,,,,condition,local,a,A,,",
                        "p,,2020-01-01,,condition,local,,,,",
                        "stranger,,2020-01-01,,condition,local,a,A,,",
                        "p,,2020-01-01,,condition",
                        "p,,2020-01-01,,encounter,,,,,");

        assertThat(report.encounters()).isEqualTo(1);
        assertThat(report.events()).isZero();
        assertThat(report.issues())
                .extracting(ImportIssue::sentence)
                .containsExactly(
                        "events.csv, line 3, encounter_id: An earlier row of the patient has the same visit.",
                        "events.csv, line 4, kind: The word is none of the kinds that there are.",
                        "events.csv, line 5, start: The cell is not a date or time.",
                        "events.csv, line 6, start: The cell is empty.",
                        "events.csv, line 7, display: The row has neither a code nor a text.",
                        "events.csv, line 8, patient_id: The patient is not in patients.csv.",
                        "events.csv, line 9, display: The row has neither a code nor a text.",
                        "events.csv, line 10, encounter_id: The cell is empty.");
    }

    @Test
    void rowsComeInAnyOrderAndAnUnknownVisitIsLeftOut() throws Exception {
        ImportReport report =
                loadEvents(
                        "p,late,2020-03-01,,condition,local,a,After,,",
                        "q,gone,2020-03-01,,condition,local,c,Alone,,",
                        "p,late,2020-03-01,2020-02-01,encounter,,,,,",
                        "p,late,2020-02-01,,condition,local,b,Before,,");

        assertThat(house.timeline("p").orElseThrow().events())
                .extracting(event -> event.concept().display())
                .containsExactly("Before", "After");
        assertThat(house.event("p", "After").encounterId()).isEqualTo("late");
        assertThat(house.event("q", "Alone").encounterId()).isNull();
        assertThat(report.rejected()).isZero();
        assertThat(report.issues())
                .extracting(ImportIssue::reason)
                .containsExactly(
                        "The end is before the start; the start was taken for it.",
                        "1 rows name a visit that has no row: they were taken without it.");
    }

    @Test
    void eventsAloneKnowTheirPatientsByIdOnlyAndSaySo() throws Exception {
        Files.delete(house.files.resolve("patients.csv"));
        ImportReport report =
                loadEvents(
                        "new,,2020-01-01,,condition,local,a,A,,",
                        "bad,,never,,condition,local,a,A,,");

        assertThat(report.patients()).isEqualTo(1);
        assertThat(house.timeline("new").orElseThrow().patient().sex()).isEqualTo(Sex.UNKNOWN);
        assertThat(report.issues().getFirst().reason()).startsWith("There is no patients.csv");
    }

    @Test
    void packedFilesAndUpperCaseHeadersAreTheSame() throws Exception {
        byte[] events =
                "PATIENT_ID;START;KIND;DISPLAY\np;2020-01-01;condition;Asthma\n".getBytes("UTF-16");
        try (OutputStream out =
                new GZIPOutputStream(Files.newOutputStream(house.files.resolve("events.csv.gz")))) {
            out.write(events);
        }
        Path zip = folder.resolve("all.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : List.of("patients.csv", "events.csv.gz")) {
                out.putNextEntry(new ZipEntry("export/" + name));
                Files.copy(house.files.resolve(name), out);
            }
        }

        assertThat(house.load().events()).isEqualTo(1);
        assertThat(house.load(zip).events()).isEqualTo(1);
        assertThat(house.event("p", "Asthma").start()).isEqualTo("2020-01-01T00:00:00");
    }

    @Test
    void aCohortThatSaysItIsSyntheticIsMarkedSo() throws Exception {
        house.write("patients.csv", "patient_id,synthetic", "p,true", "q,TRUE");
        loadEvents("p,,2020-01-01,,condition,local,a,A,,");
        assertThat(house.repository.list().getFirst().synthetic()).isTrue();
    }

    @Test
    void oneRealPatientIsEnoughNotToMarkIt() throws Exception {
        house.write("patients.csv", "patient_id,synthetic", "p,true", "q,");
        loadEvents("p,,2020-01-01,,condition,local,a,A,,");
        assertThat(house.repository.list().getFirst().synthetic()).isFalse();
    }

    @Test
    void aMissingColumnIsNamedAndNothingIsChanged() throws Exception {
        house.write("events.csv", "patient_id,start,what", "p,2020-01-01,condition");
        assertThatThrownBy(() -> house.load())
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("no known format");
        house.write("patients.csv", "name,birth_date", "x,1970-01-01");
        assertThatThrownBy(() -> loadEvents("p,,2020-01-01,,condition,local,a,A,,"))
                .hasMessage("patients.csv has no column patient_id.");
        assertThat(house.repository.list()).isEmpty();
    }
}
