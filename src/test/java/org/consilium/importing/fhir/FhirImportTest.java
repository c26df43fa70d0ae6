package org.consilium.importing.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consilium.importing.fhir.Bundles.snomed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.Timeline;
import org.consilium.importing.ImportException;
import org.consilium.importing.ImportReport;
import org.consilium.importing.ImportRequest;
import org.consilium.importing.ImportService;
import org.consilium.importing.synthea.SyntheaReader;
import org.consilium.job.Progress;
import org.consilium.meaning.ShippedTables;
import org.consilium.store.CohortRepository;
import org.consilium.store.Database;
import org.consilium.store.TestStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles into a real store. */
class FhirImportTest {
    @TempDir Path home;
    @TempDir Path files;
    private Database database;
    private CohortRepository repository;
    private ImportService service;

    @BeforeEach
    void open() {
        database = TestStores.open(home);
        repository = new CohortRepository(database, TestStores.CLOCK);
        service =
                new ImportService(
                        List.of(new SyntheaReader(), new FhirReader()),
                        repository,
                        ShippedTables.read().units());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private ImportReport load(String cohort, Path path) throws Exception {
        return service.importing(new ImportRequest(cohort, List.of(path), ImportRequest.AUTO, true))
                .run(Progress.NONE);
    }

    @Test
    void aBundleBecomesACohort() throws Exception {
        String claim = "{'resource':{'resourceType':'Claim','id':'x'}}";
        Path file =
                Bundles.write(
                        files,
                        "one.json",
                        Bundles.of("Condition", "c", "'code':" + snomed("44054006", "Diabetes")),
                        Bundles.of("Condition", "d", "'recordedDate':'yesterday'"),
                        claim);
        ImportReport report = load("Ward", file);
        assertThat(report.format()).isEqualTo("fhir");
        assertThat(report.patients()).isEqualTo(1);
        assertThat(report.encounters()).isEqualTo(1);
        assertThat(report.events()).isEqualTo(1);
        assertThat(report.skipped()).containsEntry("Claim", 1L);
        assertThat(report.rejected()).isEqualTo(1);
        assertThat(report.issues().getFirst().sentence())
                .isEqualTo("one.json, line 5, recordedDate: It is not a date or time.");
    }

    @Test
    void aTruncatedBundleSaysWhereAndChangesNothing() throws Exception {
        Path file = Bundles.write(files, "one.json");
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 5));
        assertThatThrownBy(() -> load("Ward", file))
                .isInstanceOf(ImportException.class)
                .hasMessage(
                        "No patient could be read, so nothing was changed (rejected: 1). one.json,"
                                + " line 3: It ends in the middle; nothing of it was"
                                + " taken.");
        assertThat(repository.list()).isEmpty();
    }

    @Test
    void aSyntheaPatientIsTheSameFromCsvAndFromFhir() throws Exception {
        load("csv", csv());
        load("fhir", fhir());
        Timeline csv = only("csv");
        Timeline fhir = only("fhir");
        assertThat(fhir.encounters()).isEqualTo(csv.encounters());
        assertThat(fhir.events()).containsExactlyInAnyOrderElementsOf(csv.events());
        assertThat(fhir.patient().birthDate()).isEqualTo(csv.patient().birthDate());
        assertThat(fhir.patient().sex()).isEqualTo(csv.patient().sex());
    }

    private Timeline only(String cohort) {
        Cohort found = repository.byName(cohort).orElseThrow();
        return repository.timeline(found.id(), "p").orElseThrow();
    }

    private Path csv() throws IOException {
        Path folder = Files.createDirectory(files.resolve("csv"));
        Files.writeString(folder.resolve("patients.csv"), "Id,BIRTHDATE,GENDER\np,1970-05-17,F\n");
        Files.writeString(
                folder.resolve("encounters.csv"),
                "Id,START,STOP,PATIENT,ENCOUNTERCLASS,CODE,DESCRIPTION\n"
                        + "v,2020-03-02T02:30:00Z,2020-03-02T03:00:00Z,p,wellness,162673000,Exam\n");
        Files.writeString(
                folder.resolve("conditions.csv"),
                "START,STOP,PATIENT,ENCOUNTER,CODE,DESCRIPTION\n"
                        + "2020-03-01,2020-04-01,p,v,44054006,Diabetes\n");
        Files.writeString(
                folder.resolve("medications.csv"),
                "START,STOP,PATIENT,ENCOUNTER,CODE,DESCRIPTION,REASONCODE,REASONDESCRIPTION\n"
                        + "2020-03-02T02:30:00Z,,p,v,860975,Metformin,44054006,Diabetes\n");
        Files.writeString(
                folder.resolve("observations.csv"),
                "DATE,PATIENT,ENCOUNTER,CATEGORY,CODE,DESCRIPTION,VALUE,UNITS,TYPE\n"
                        + "2020-03-02T02:30:00Z,p,v,vital-signs,8480-6,BP,131.0,mm[Hg],numeric\n");
        return folder;
    }

    /** As Synthea writes it on a machine in New York. */
    private Path fhir() throws IOException {
        String at = "2020-03-01T21:30:00-05:00";
        String drug =
                Bundles.coded("http://www.nlm.nih.gov/research/umls/rxnorm", "860975", "Metformin");
        return Bundles.write(
                files,
                "fhir.json",
                "transaction",
                List.of(
                        Bundles.entry(
                                "Patient",
                                "p",
                                "'identifier':[{'system':"
                                        + "'https://github.com/synthetichealth/synthea'}],"
                                        + "'gender':'female','birthDate':'1970-05-17'"),
                        Bundles.entry(
                                "Encounter",
                                "v",
                                "'class':{'code':'AMB'},'type':[%s],'subject':{'reference':"
                                                .formatted(snomed("162673000", "Exam"))
                                        + "'Patient/p'},'period':{'start':'%s','end':".formatted(at)
                                        + "'2020-03-01T22:00:00-05:00'}"),
                        Bundles.of(
                                "Condition",
                                "c",
                                "'onsetDateTime':'%s','abatementDateTime':'%s','code':%s"
                                        .formatted(
                                                at,
                                                "2020-04-01T23:30:00-04:00",
                                                snomed("44054006", "Diabetes"))),
                        Bundles.of(
                                "MedicationRequest",
                                "m",
                                ("'status':'active','intent':'order','authoredOn':'%s',"
                                                + "'reasonReference':[{'reference':"
                                                + "'Condition/c'}],'medicationCodeableConcept':%s")
                                        .formatted(at, drug)),
                        Bundles.of(
                                "Observation",
                                "o",
                                ("'effectiveDateTime':'%s','category':[{'coding':[{'code':"
                                                + "'vital-signs'}]}],'code':{'text':'Panel'},"
                                                + "'component':[{'valueQuantity':{'value':131,"
                                                + "'unit':'mm[Hg]'},'code':%s}]")
                                        .formatted(
                                                at,
                                                Bundles.coded(
                                                        "http://loinc.org", "8480-6", "BP")))));
    }

    @Test
    void aGoalIsInTheChartAndSaysNoFact() throws Exception {
        Path file =
                Bundles.write(
                        files,
                        "goals.json",
                        Bundles.of(
                                "Goal",
                                "g",
                                "'description':{'text':'HbA1c below 7 percent'},"
                                        + "'lifecycleStatus':'active','startDate':'2020-03-01'"));
        ImportReport report = load("Goals", file);
        assertThat(report.skipped()).isEmpty();
        assertThat(report.events()).isEqualTo(1);
    }
}
