package org.consilium.importing.omop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.importing.ImportException;
import org.consilium.importing.source.Inputs;
import org.consilium.job.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files, persons, visits, and rows that can't be taken. */
class OmopReaderTest {
    @TempDir Path folder;

    @Test
    void aPersonIsWhoTheTablesSay() throws Exception {
        OmopFolder read =
                new OmopFolder(folder)
                        .with(
                                "person.csv",
                                "person_id,gender_concept_id,year_of_birth,month_of_birth,day_of_birth,birth_datetime,race_concept_id,ethnicity_concept_id,care_site_id,person_source_value,race_source_value\n",
                                "-9007199254740993123,8532,1970,,,,8527,38003563,7,John Doe,",
                                "2,8507,1980,2,,,0,0,,,Mixed",
                                "3,0,1990,2,3,1990-02-03 04:05:06,8516,38003564,,,")
                        .with("care_site.csv", "care_site_id,care_site_name\n", "7,Ward 7")
                        .with("death.csv", "person_id,death_date\n", "2,20190430", "99,2019-01-01")
                        .read();
        assertThat(read.patients.getFirst().patient())
                .isEqualTo(
                        new Patient(
                                "-9007199254740993123",
                                null,
                                null,
                                Sex.FEMALE,
                                LocalDate.of(1970, 1, 1),
                                null,
                                "white",
                                "hispanic",
                                null,
                                "Ward 7"));
        Patient second = read.patients.get(1).patient();
        assertThat(second.birthDate()).isEqualTo(LocalDate.of(1980, 2, 1));
        assertThat(second.deathDate()).isEqualTo(LocalDate.of(2019, 4, 30));
        assertThat(second.race()).isEqualTo("Mixed");
        assertThat(second.ethnicity()).isNull();
        Patient third = read.patients.get(2).patient();
        assertThat(third.birthDate()).isEqualTo(LocalDate.of(1990, 2, 3));
        assertThat(third.sex()).isEqualTo(Sex.UNKNOWN);
        assertThat(read.rejections())
                .containsExactly(
                        "death.csv, line 3, person_id: The person is not in the table person.");
    }

    @Test
    void visitsAreOfTheClassOfTheirConcept() throws Exception {
        OmopFolder read =
                OmopFolder.withPerson(folder)
                        .with(
                                "visit_occurrence.csv",
                                OmopFolder.VISIT,
                                "10,1,9201,2020-01-01,2020-01-05,0",
                                "11,1,9202,2020-02-01,2020-02-01,0",
                                "12,1,9203,2020-03-01,2020-02-01,",
                                "13,1,0,2020-04-01,,",
                                "10,1,9201,2020-01-01,,",
                                "14,77,9201,2020-01-01,,")
                        .read();
        assertThat(read.patients.getFirst().encounters())
                .extracting(Encounter::encounterClass)
                .containsExactly("inpatient", "ambulatory", "emergency", "");
        Encounter third = read.patients.getFirst().encounters().get(2);
        assertThat(third.end()).isEqualTo(third.start());
        assertThat(third.type())
                .isEqualTo(new Concept(Meaning.OMOP, "9203", "Emergency Room Visit"));
        assertThat(read.rejections())
                .containsExactly(
                        "visit_occurrence.csv, line 6, visit_occurrence_id: An earlier row has the same id.",
                        "visit_occurrence.csv, line 7, person_id: The person is not in the table person.");
    }

    @Test
    void capitalsTabsGzipPartsAndArchivesAreReadAlike() throws Exception {
        byte[] person =
                "PERSON_ID\tGENDER_CONCEPT_ID\tYEAR_OF_BIRTH\n1\t8507\t1970\n"
                        .getBytes(StandardCharsets.UTF_8);
        byte[] rows =
                (OmopFolder.CONDITION + "5,1,0,2020-01-01,,,Cough,0\n")
                        .getBytes(StandardCharsets.UTF_8);
        byte[] later =
                (OmopFolder.CONDITION.toUpperCase()
                                + "6,1.0,0.0,2020-01-02,,,Fever,0\n5,1,0,2020-01-01,,,Cough,0\n")
                        .getBytes(StandardCharsets.UTF_8);
        try (ZipOutputStream zip =
                new ZipOutputStream(Files.newOutputStream(folder.resolve("export.zip")))) {
            entry(zip, "cdm/CONDITION_OCCURRENCE_0001.csv", rows);
            entry(zip, "cdm/CONDITION_OCCURRENCE_0002.CSV", later);
            entry(zip, "cdm/2b_PERSON.csv", person);
            entry(zip, "__MACOSX/cdm/._PERSON.csv", new byte[] {0, 1, 2});
        }
        OmopFolder read = new OmopFolder(folder).read();
        assertThat(read.events())
                .extracting(event -> event.concept().display())
                .containsExactly("Cough", "Fever");
        assertThat(read.rejections())
                .containsExactly(
                        "CONDITION_OCCURRENCE_0002.CSV, line 3, condition_occurrence_id: An earlier row has the same id.");

        Path other = Files.createDirectory(folder.resolve("other"));
        try (OutputStream gzip =
                new GZIPOutputStream(Files.newOutputStream(other.resolve("person.csv.gz")))) {
            gzip.write(person);
        }
        OmopFolder packed = new OmopFolder(other).with("notes.txt", "of no table").read();
        assertThat(packed.patients).hasSize(1);
        assertThat(packed.skipped).containsExactly("notes.txt");
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws Exception {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    @Test
    void tablesWithoutAHeaderRowAreRefusedByName() throws Exception {
        OmopFolder.withPerson(folder)
                .with("condition_occurrence.csv", "5,1,0,2020-01-01,,,Cough,0\n")
                .with("drug_exposure.csv", OmopFolder.DRUG);
        try (Inputs inputs = Inputs.open(List.of(folder))) {
            assertThat(new OmopReader().accepts(inputs)).isTrue();
        }
        assertThatThrownBy(() -> new OmopFolder(folder).read())
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("condition_occurrence.csv has no header row")
                .hasMessageContaining("condition_concept_id");
    }

    @Test
    void aMissingColumnOrTableIsNamed() throws Exception {
        OmopFolder.withPerson(folder)
                .with("measurement.csv", "measurement_id,person_id,value\n", "1,1,2");
        assertThatThrownBy(() -> new OmopFolder(folder).read())
                .isInstanceOf(ImportException.class)
                .hasMessage("measurement.csv has no column measurement_concept_id.");
        Files.delete(folder.resolve("person.csv"));
        assertThatThrownBy(() -> new OmopFolder(folder).read())
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("person.csv");
    }

    @Test
    void onlyDatesThatCanBeReadInOneWayAreRead() throws Exception {
        OmopFolder read =
                OmopFolder.withPerson(folder)
                        .with(
                                "observation.csv",
                                "observation_id,person_id,observation_concept_id,observation_date,observation_datetime,observation_source_value\n",
                                "1,1,0,2019-04-30,2019-04-30 06:01:43 UTC,a",
                                "2,1,0,20190501,\\N,a",
                                "3,1,0,2019-05-02,NULL,a",
                                "4,1,0,04/05/2019,,a",
                                "5,1,0,05-APR-19,,a",
                                "6,1,0,2019-02-30,,a",
                                "7,1,0,2019,,a",
                                "8,1,x,2019-05-03,,a",
                                "9,1,0,2019-05-03,,")
                        .read();
        assertThat(read.events())
                .extracting(event -> event.start())
                .containsExactly(
                        LocalDateTime.of(2019, 4, 30, 6, 1, 43),
                        LocalDateTime.of(2019, 5, 1, 0, 0),
                        LocalDateTime.of(2019, 5, 2, 0, 0));
        String date =
                ", observation_date: The date is not written as YYYY-MM-DD or YYYYMMDD, with or without a time.";
        assertThat(read.rejections())
                .containsExactly(
                        "observation.csv, line 5" + date,
                        "observation.csv, line 6" + date,
                        "observation.csv, line 7" + date,
                        "observation.csv, line 8" + date,
                        "observation.csv, line 9, observation_concept_id: The cell is not the number of a concept.",
                        "observation.csv, line 10, observation_concept_id: There is neither a concept nor a source value.");
    }

    @Test
    void anEventOfAVisitThatIsNotThereStandsAlone() throws Exception {
        OmopFolder read =
                OmopFolder.withPerson(folder)
                        .with(
                                "condition_occurrence.csv",
                                OmopFolder.CONDITION,
                                "5,1,0,2020-01-01,,10,Cough,0",
                                "6,1,0,2020-01-01,,99,Fever,0",
                                "7,1,0,2020-01-01,,0,Chills,0")
                        .with("visit_occurrence.csv", OmopFolder.VISIT, "10,1,9202,2020-01-01,,")
                        .read();
        assertThat(read.events())
                .extracting(event -> event.encounterId())
                .containsExactly("10", null, null);
        assertThat(read.noted).hasSize(1);
        assertThat(read.noted.getFirst().sentence()).contains("line 3, visit_occurrence_id");
    }

    @Test
    void aPreviewMissesNothingThatComesLater() throws Exception {
        OmopFolder sink =
                OmopFolder.withPerson(folder)
                        .with("death.csv", "person_id,death_date\n", "2,2019-01-01")
                        .with(
                                "condition_occurrence.csv",
                                OmopFolder.CONDITION,
                                "5,2,0,2020-01-01,,,Cough,0",
                                "6,1,0,2020-01-01,,12,Cough,0");
        try (Inputs whole = Inputs.open(List.of(folder));
                Inputs beginning = whole.sample(220, 220)) {
            assertThat(beginning.isSample()).isTrue();
            new OmopReader().read(beginning, sink, Progress.NONE);
        }
        assertThat(sink.patients).hasSize(1);
        assertThat(sink.rejected).isEmpty();
        assertThat(sink.noted).isEmpty();
    }

    @Test
    void aDrugEndsAsTheSourceSaysElseAsTheModelSays() throws Exception {
        OmopFolder read =
                OmopFolder.withPerson(folder)
                        .with(
                                "drug_exposure.csv",
                                OmopFolder.DRUG,
                                "1,1,0,2020-01-01,2020-01-30,2020-01-20,30,a,0",
                                "2,1,0,2020-01-02,2020-01-30,,30,a,0",
                                "3,1,0,2020-01-03,,,30,a,0",
                                "4,1,0,2020-01-04,,,NA,a,0")
                        .read();
        assertThat(read.events())
                .allMatch(event -> event.kind() == EventKind.MEDICATION)
                .extracting(event -> event.end())
                .containsExactly(
                        LocalDateTime.of(2020, 1, 20, 0, 0),
                        LocalDateTime.of(2020, 1, 30, 0, 0),
                        LocalDateTime.of(2020, 2, 1, 0, 0),
                        null);
    }
}
