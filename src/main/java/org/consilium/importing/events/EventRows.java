package org.consilium.importing.events;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.consilium.clinical.AllergyReactions;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.GoalAims;
import org.consilium.clinical.Value;
import org.consilium.importing.CodeSystems;
import org.consilium.importing.ObservationCategories;
import org.consilium.importing.PatientGathering;
import org.consilium.importing.RowNotes;
import org.consilium.importing.csv.CsvTable;
import org.consilium.importing.csv.Row;
import org.consilium.importing.csv.RowException;
import org.jspecify.annotations.Nullable;

/** Rows of events.csv (docs/formats/events.md, "events.csv"). Not thread-safe. */
final class EventRows {
    static final List<String> COLUMNS = List.of("patient_id", "start", "kind");

    private static final String VALUE = "value";
    private static final List<String> OBSERVED =
            List.of(VALUE, "unit", "value_code", "low", "high", "category");
    private static final String ENCOUNTER = "encounter";
    private static final Map<String, EventKind> KINDS =
            Map.of(
                    "condition", EventKind.CONDITION,
                    "observation", EventKind.OBSERVATION,
                    "medication", EventKind.MEDICATION,
                    "procedure", EventKind.PROCEDURE,
                    "careplan", EventKind.CARE_PLAN,
                    "care_plan", EventKind.CARE_PLAN,
                    "immunization", EventKind.IMMUNIZATION,
                    "allergy", EventKind.ALLERGY,
                    "goal", EventKind.GOAL);

    private final RowNotes notes;
    private final Map<String, CodeSystem> systems = new HashMap<>();

    EventRows(RowNotes notes) {
        this.notes = notes;
    }

    /** Adds what a row records to the records of its patient, who was added. */
    void add(CsvTable table, Row row, String patient, PatientGathering patients)
            throws RowException {
        String word = row.required("kind").toLowerCase(Locale.ROOT);
        if (word.equals(ENCOUNTER)) {
            if (!patients.add(patient, encounter(table, row))) {
                throw new RowException(
                        "encounter_id", "An earlier row of the patient has the same visit.");
            }
            return;
        }
        EventKind kind = KINDS.get(word);
        if (kind == null) {
            throw new RowException("kind", "The word is none of the kinds that there are.");
        }
        Objects.requireNonNull(patients.records(patient)).add(event(table, row, kind));
    }

    private Encounter encounter(CsvTable table, Row row) throws RowException {
        String encounterClass = row.optional("encounter_class");
        LocalDateTime start = row.time("start");
        noteUnused(table, row, false);
        return new Encounter(
                row.required("encounter_id"),
                encounterClass == null ? "" : encounterClass.toLowerCase(Locale.ROOT),
                concept(row, "code_system", "code", "display"),
                reason(row),
                start,
                end(table, row, start));
    }

    private ClinicalEvent event(CsvTable table, Row row, EventKind kind) throws RowException {
        boolean observed = kind == EventKind.OBSERVATION;
        Concept concept = concept(row, "code_system", "code", "display");
        if (concept == null) {
            throw new RowException("display", "The row has neither a code nor a text.");
        }
        if (!observed) {
            noteUnused(table, row, kind == EventKind.ALLERGY || kind == EventKind.GOAL);
        }
        LocalDateTime start = row.time("start");
        return new ClinicalEvent(
                kind,
                observed ? ObservationCategories.named(row.optional("category")) : Category.NONE,
                concept,
                row.optional("encounter_id"),
                start,
                end(table, row, start),
                switch (kind) {
                    case OBSERVATION -> new ValueCells(row, this, table, notes).value();
                    case ALLERGY -> reactions(row);
                    case GOAL -> aims(row);
                    default -> null;
                },
                reason(row));
    }

    private static @Nullable Value reactions(Row row) {
        String words = row.optional(VALUE);
        AllergyReactions reactions = words == null ? null : AllergyReactions.of(words);
        return reactions == null ? null : reactions.value();
    }

    private static @Nullable Value aims(Row row) {
        String words = row.optional(VALUE);
        GoalAims aims = words == null ? null : GoalAims.of(words);
        return aims == null ? null : aims.value();
    }

    private @Nullable LocalDateTime end(CsvTable table, Row row, LocalDateTime start)
            throws RowException {
        LocalDateTime end = row.optionalTime("end");
        if (end != null && end.isBefore(start)) {
            notes.add(
                    table, row, "end", "The end is before the start; the start was taken for it.");
            return start;
        }
        return end;
    }

    private @Nullable Concept reason(Row row) {
        return concept(row, "reason_system", "reason_code", "reason_display");
    }

    /** The concept in three columns; null when there is neither code nor text. */
    @Nullable Concept concept(Row row, String systemColumn, String codeColumn, String textColumn) {
        String code = row.optional(codeColumn);
        String text = row.optional(textColumn);
        if (code == null) {
            return text == null ? null : CodeSystems.ofText(text);
        }
        String system = row.optional(systemColumn);
        return new Concept(
                system == null
                        ? CodeSystems.LOCAL
                        : systems.computeIfAbsent(system, CodeSystems::named),
                code,
                text == null ? code : text);
    }

    private void noteUnused(CsvTable table, Row row, boolean words) {
        for (String column : OBSERVED) {
            boolean used = words && column.equals(VALUE);
            if (!used && row.optional(column) != null) {
                notes.add(table, row, column, "Only observations have this; it was not used.");
            }
        }
    }
}
