package org.consilium.importing.omop;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.consilium.importing.source.InputFile;
import org.jspecify.annotations.Nullable;

/**
 * A table of the model that is read. Of devices the rows are counted: that one was used is neither
 * something done to a patient nor a finding. Visit details, notes, specimens, costs and everything
 * derived (eras, observation periods) are nothing that a recommendation here could use.
 */
enum OmopTable {
    CARE_SITE("care_site", "care_site_id"),
    DEATH("death", "person_id", "death_date or death_datetime"),
    PERSON("person", "person_id", "gender_concept_id", "year_of_birth or birth_datetime"),
    VISIT(
            "visit_occurrence",
            "visit_occurrence_id",
            "person_id",
            "visit_concept_id",
            "visit_start_date or visit_start_datetime"),
    CONDITION(
            "condition_occurrence",
            "person_id",
            "condition_concept_id",
            "condition_start_date or condition_start_datetime"),
    DRUG(
            "drug_exposure",
            "person_id",
            "drug_concept_id",
            "drug_exposure_start_date or drug_exposure_start_datetime"),
    PROCEDURE(
            "procedure_occurrence",
            "person_id",
            "procedure_concept_id",
            "procedure_date or procedure_datetime"),
    MEASUREMENT(
            "measurement",
            "person_id",
            "measurement_concept_id",
            "measurement_date or measurement_datetime"),
    OBSERVATION(
            "observation",
            "person_id",
            "observation_concept_id",
            "observation_date or observation_datetime"),
    DEVICE("device_exposure", "person_id", "device_concept_id"),
    CONCEPT("concept", "concept_id", "concept_name", "vocabulary_id", "concept_code"),
    CONCEPT_RELATIONSHIP("concept_relationship", "concept_id_1", "concept_id_2", "relationship_id");

    private final String fileName;
    private final List<String> requiredColumns;
    private final Pattern files;

    OmopTable(String fileName, String... requiredColumns) {
        this.fileName = fileName;
        this.requiredColumns = List.of(requiredColumns);
        // 2b_concept.csv, cdm.person.csv; measurement_0003.csv of a table in parts
        files = Pattern.compile("([a-z0-9]+[_.-])*?" + fileName + "([_.-]?\\d+)?\\.(csv|tsv|txt)");
    }

    /** The table that a file holds, by its name; null where it is none that is read. */
    static @Nullable OmopTable of(InputFile file) {
        String name = file.plainName();
        for (OmopTable table : values()) {
            if (table.files.matcher(name).matches()) {
                return table;
            }
        }
        return null;
    }

    String fileName() {
        return fileName;
    }

    /** Names of the columns, in lower case, or "a or b" where either will do. */
    List<String> requiredColumns() {
        return requiredColumns;
    }

    /** The column that tells the table's rows apart. */
    String key() {
        return fileName + "_id";
    }

    /** Whether one of its columns is among these names. */
    boolean isHeader(List<String> names) {
        return names.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name ->
                        requiredColumns.stream()
                                .anyMatch(column -> List.of(column.split(" or ")).contains(name)));
    }
}
