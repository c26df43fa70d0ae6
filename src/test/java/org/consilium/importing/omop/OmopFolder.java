package org.consilium.importing.omop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Timeline;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.PatientSink;
import org.consilium.job.Progress;

/** A made-up export, and what the reader made of it. */
final class OmopFolder implements PatientSink {
    static final String PERSON =
            "person_id,gender_concept_id,year_of_birth,month_of_birth,day_of_birth,race_concept_id,ethnicity_concept_id\n";
    static final String VISIT =
            "visit_occurrence_id,person_id,visit_concept_id,visit_start_date,visit_end_date,visit_source_concept_id\n";
    static final String CONDITION =
            "condition_occurrence_id,person_id,condition_concept_id,condition_start_date,condition_end_date,visit_occurrence_id,condition_source_value,condition_source_concept_id\n";
    static final String DRUG =
            "drug_exposure_id,person_id,drug_concept_id,drug_exposure_start_date,drug_exposure_end_date,verbatim_end_date,days_supply,drug_source_value,drug_source_concept_id\n";
    static final String MEASUREMENT =
            "measurement_id,person_id,measurement_concept_id,measurement_date,operator_concept_id,value_as_number,value_as_concept_id,unit_concept_id,range_low,range_high,measurement_source_value,unit_source_value,value_source_value\n";
    static final String OBSERVATION =
            "observation_id,person_id,observation_concept_id,observation_date,value_as_number,value_as_string,value_as_concept_id,observation_source_value\n";
    static final String CONCEPT =
            "concept_id\tconcept_name\tdomain_id\tvocabulary_id\tconcept_class_id\tstandard_concept\tconcept_code\tvalid_start_date\tvalid_end_date\tinvalid_reason\n";
    static final String RELATIONSHIP =
            "concept_id_1\tconcept_id_2\trelationship_id\tvalid_start_date\tvalid_end_date\tinvalid_reason\n";

    final List<Timeline> patients = new ArrayList<>();
    final List<ImportIssue> rejected = new ArrayList<>();
    final List<ImportIssue> noted = new ArrayList<>();
    final List<List<Concept>> codings = new ArrayList<>();
    final List<String> skipped = new ArrayList<>();
    private final Path folder;

    OmopFolder(Path folder) {
        this.folder = folder;
    }

    /** With one woman, person 1, born in 1970. */
    static OmopFolder withPerson(Path folder) throws IOException {
        return new OmopFolder(folder).with("person.csv", PERSON, "1,8532,1970,3,1,8527,38003563");
    }

    OmopFolder with(String file, String header, String... rows) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, header + String.join("\n", rows) + "\n");
        return this;
    }

    OmopFolder read() throws Exception {
        new OmopReader().read(List.of(folder), this, Progress.NONE);
        return this;
    }

    List<ClinicalEvent> events() {
        return patients.getFirst().events();
    }

    ClinicalEvent event(EventKind kind) {
        return events().stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
    }

    List<String> rejections() {
        return rejected.stream().map(ImportIssue::sentence).toList();
    }

    @Override
    public void patient(Timeline timeline) {
        patients.add(timeline);
    }

    @Override
    public void skipped(String type) {
        skipped.add(type);
    }

    @Override
    public void rejected(ImportIssue issue) {
        rejected.add(issue);
    }

    @Override
    public void alsoCoded(Concept taken, Concept other) {
        codings.add(List.of(taken, other));
    }

    @Override
    public void noted(ImportIssue issue) {
        noted.add(issue);
    }
}
