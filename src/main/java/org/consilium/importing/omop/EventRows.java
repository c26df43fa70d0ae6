package org.consilium.importing.omop;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.importing.csv.RowException;
import org.jspecify.annotations.Nullable;

/**
 * From rows to visits and events, whose concepts and units are references until the vocabulary has
 * been read (OMOP CDM v5.4, the table of each name). An end before the start is taken as the start.
 * Not thread-safe.
 */
final class EventRows {
    /** Some ten years: a longer supply is a mistake. */
    private static final double LONGEST_SUPPLY = 3660;

    private static final Map<OmopTable, Columns> COLUMNS =
            new EnumMap<>(
                    Map.of(
                            OmopTable.CONDITION,
                            Columns.of(
                                    EventKind.CONDITION,
                                    "condition",
                                    "condition_start",
                                    "condition_end"),
                            OmopTable.DRUG,
                            Columns.of(
                                    EventKind.MEDICATION,
                                    "drug",
                                    "drug_exposure_start",
                                    "drug_exposure_end"),
                            OmopTable.PROCEDURE,
                            Columns.of(
                                    EventKind.PROCEDURE, "procedure", "procedure", "procedure_end"),
                            OmopTable.MEASUREMENT,
                            Columns.of(EventKind.OBSERVATION, "measurement", "measurement", "none"),
                            OmopTable.OBSERVATION,
                            Columns.of(
                                    EventKind.OBSERVATION, "observation", "observation", "none")));

    private final ConceptReferences concepts;
    private final Results results;

    /** How the columns of a table are called. */
    private record Columns(
            EventKind kind,
            String standard,
            String source,
            String value,
            String start,
            String end) {
        static Columns of(EventKind kind, String what, String start, String end) {
            return new Columns(
                    kind,
                    what + "_concept_id",
                    what + "_source_concept_id",
                    what + "_source_value",
                    start + "_date",
                    end + "_date");
        }
    }

    EventRows(ConceptReferences concepts, UnitReferences units) {
        this.concepts = concepts;
        results = new Results(concepts, units);
    }

    Encounter visit(OmopRow row) throws RowException {
        int standard = row.concept("visit_concept_id");
        VisitConcepts.Visit known = VisitConcepts.of(standard);
        LocalDateTime start = row.time("visit_start_date");
        return new Encounter(
                row.id("visit_occurrence_id"),
                known == null ? "" : known.encounterClass(),
                // its source value is often the visit's or the patient's identifier
                concepts.of(standard, row.concept("visit_source_concept_id"), null),
                null,
                start,
                notBefore(start, row.optionalTime("visit_end_date")));
    }

    /** The event of a row of a table of events. */
    ClinicalEvent event(OmopTable table, OmopRow row, @Nullable String visit) throws RowException {
        Columns columns = COLUMNS.get(table);
        if (columns == null) {
            throw new IllegalArgumentException(table + " holds no events");
        }
        LocalDateTime start = row.time(columns.start());
        boolean result = columns.kind() == EventKind.OBSERVATION;
        LocalDateTime end =
                switch (columns.kind()) {
                    case OBSERVATION -> null;
                    case MEDICATION -> drugEnd(row, start);
                    case CONDITION -> conditionEnd(row, columns, start);
                    default -> row.optionalTime(columns.end());
                };
        return new ClinicalEvent(
                columns.kind(),
                Category.NONE,
                concept(row, columns),
                visit,
                start,
                notBefore(start, end),
                result ? results.value(row) : null,
                null);
    }

    /** What is over without saying since when is taken as over at its start. */
    private static @Nullable LocalDateTime conditionEnd(
            OmopRow row, Columns columns, LocalDateTime start) throws RowException {
        LocalDateTime end = row.optionalTime(columns.end());
        return end == null && ConditionStatus.isOver(row) ? start : end;
    }

    private Concept concept(OmopRow row, Columns columns) throws RowException {
        Concept concept =
                concepts.of(
                        row.concept(columns.standard()),
                        row.concept(columns.source()),
                        row.text(columns.value()));
        if (concept == null) {
            throw new RowException(
                    columns.standard(), "There is neither a concept nor a source value.");
        }
        return concept;
    }

    /**
     * The end that the source recorded; else the end of the exposure, which the model demands, so
     * that it is often the start with the days of supply: the best that is known of how long a drug
     * was taken, and exact where it was given in a hospital; else the last of the days of supply.
     */
    private static @Nullable LocalDateTime drugEnd(OmopRow row, LocalDateTime start)
            throws RowException {
        LocalDateTime verbatim = row.optionalTime("verbatim_end_date");
        LocalDateTime end =
                verbatim == null ? row.optionalTime("drug_exposure_end_date") : verbatim;
        Double supply = end == null ? row.number("days_supply") : null;
        if (supply == null || supply < 1 || supply > LONGEST_SUPPLY) {
            return end;
        }
        LocalDate last = start.toLocalDate().plusDays(supply.longValue() - 1);
        return last.atStartOfDay();
    }

    private static @Nullable LocalDateTime notBefore(
            LocalDateTime start, @Nullable LocalDateTime end) {
        return end != null && end.isBefore(start) ? start : end;
    }
}
