package org.consilium.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.PatientSummary;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Timeline;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Between the table of patients and their records. */
final class PatientRows {
    static final String COLUMNS =
            """
            id, cohort_id, external_id, family_name, given_name, sex, birth_date, death_date, race, ethnicity,
            language, site, encounters, events, active_conditions, active_medications, last_encounter
            """;

    static final String INSERT =
            """
            INSERT INTO patient (id, import_id, external_id, family_name, given_name, sex, birth_date, death_date,
                race, ethnicity, language, site, encounters, events, active_conditions, active_medications,
                last_encounter)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private PatientRows() {}

    static void add(PreparedBatch batch, long id, long importId, Timeline timeline) {
        Patient patient = timeline.patient();
        batch.add(
                id,
                importId,
                patient.id(),
                patient.familyName(),
                patient.givenName(),
                patient.sex().name(),
                patient.birthDate(),
                patient.deathDate(),
                patient.race(),
                patient.ethnicity(),
                patient.language(),
                patient.site(),
                timeline.encounters().size(),
                timeline.events().size(),
                lasting(timeline, EventKind.CONDITION),
                lasting(timeline, EventKind.MEDICATION),
                timeline.encounters().stream()
                        .map(Encounter::start)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    private static int lasting(Timeline timeline, EventKind kind) {
        return (int)
                timeline.events().stream()
                        .filter(event -> event.kind() == kind && event.end() == null)
                        .map(ClinicalEvent::concept)
                        .distinct()
                        .count();
    }

    static Patient patient(ResultSet row) throws SQLException {
        return new Patient(
                row.getString("external_id"),
                row.getString("family_name"),
                row.getString("given_name"),
                Sex.valueOf(row.getString("sex")),
                row.getObject("birth_date", LocalDate.class),
                row.getObject("death_date", LocalDate.class),
                row.getString("race"),
                row.getString("ethnicity"),
                row.getString("language"),
                row.getString("site"));
    }

    static PatientSummary summary(ResultSet row) throws SQLException {
        return new PatientSummary(
                row.getLong("cohort_id"),
                patient(row),
                row.getInt("encounters"),
                row.getInt("events"),
                row.getInt("active_conditions"),
                row.getInt("active_medications"),
                row.getObject("last_encounter", LocalDateTime.class));
    }
}
