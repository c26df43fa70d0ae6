package org.consilium.importing.synthea;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.importing.csv.Row;
import org.consilium.importing.csv.RowException;
import org.jspecify.annotations.Nullable;

/** Rows of patients.csv and encounters.csv (Synthea wiki, "CSV File Data Dictionary"). */
final class VisitTables {
    static final List<String> PATIENT_COLUMNS = List.of("Id", "BIRTHDATE", "GENDER");
    static final List<String> ENCOUNTER_COLUMNS =
            List.of("Id", "START", "PATIENT", "ENCOUNTERCLASS", "CODE");

    private VisitTables() {}

    static Patient patient(String id, Row row) throws RowException {
        return new Patient(
                id,
                row.optional("LAST"),
                row.optional("FIRST"),
                sex(row.optional("GENDER")),
                date(row.optionalTime("BIRTHDATE")),
                date(row.optionalTime("DEATHDATE")),
                row.optional("RACE"),
                row.optional("ETHNICITY"),
                null,
                null);
    }

    static Encounter encounter(Row row) throws RowException {
        String code = row.required("CODE");
        String display = row.optional("DESCRIPTION");
        LocalDateTime start = row.time("START");
        LocalDateTime stop = row.optionalTime("STOP");
        return new Encounter(
                row.required("Id"),
                row.required("ENCOUNTERCLASS").toLowerCase(Locale.ROOT),
                new Concept(CodeSystem.SNOMED_CT, code, display == null ? code : display),
                EventTable.reason(row),
                start,
                stop != null && stop.isBefore(start) ? start : stop);
    }

    private static Sex sex(@Nullable String letter) {
        return switch (letter) {
            case "F" -> Sex.FEMALE;
            case "M" -> Sex.MALE;
            case null -> Sex.UNKNOWN;
            default -> Sex.OTHER;
        };
    }

    private static @Nullable LocalDate date(@Nullable LocalDateTime time) {
        return time == null ? null : time.toLocalDate();
    }
}
