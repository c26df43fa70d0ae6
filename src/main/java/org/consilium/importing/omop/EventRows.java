package org.consilium.importing.omop;

import java.time.LocalDate;
import java.time.LocalDateTime;
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

    private final ConceptReferences concepts;
    private final Results results;

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
        return switch (table) {
            case CONDITION -> {
                LocalDateTime start = row.time("condition_start_date");
                yield new ClinicalEvent(
                        EventKind.CONDITION,
                        Category.NONE,
                        concept(row, "condition"),
                        visit,
                        start,
                        notBefore(start, row.optionalTime("condition_end_date")),
                        null,
                        null);
            }
            case DRUG -> {
                LocalDateTime start = row.time("drug_exposure_start_date");
                yield new ClinicalEvent(
                        EventKind.MEDICATION,
                        Category.NONE,
                        concept(row, "drug"),
                        visit,
                        start,
                        notBefore(start, drugEnd(row, start)),
                        null,
                        null);
            }
            case PROCEDURE -> {
                LocalDateTime start = row.time("procedure_date");
                yield new ClinicalEvent(
                        EventKind.PROCEDURE,
                        Category.NONE,
                        concept(row, "procedure"),
                        visit,
                        start,
                        notBefore(start, row.optionalTime("procedure_end_date")),
                        null,
                        null);
            }
            case MEASUREMENT -> result(row, "measurement", visit);
            case OBSERVATION -> result(row, "observation", visit);
            default -> throw new IllegalArgumentException(table + " holds no events");
        };
    }

    private ClinicalEvent result(OmopRow row, String what, @Nullable String visit)
            throws RowException {
        return new ClinicalEvent(
                EventKind.OBSERVATION,
                Category.NONE,
                concept(row, what),
                visit,
                row.time(what + "_date"),
                null,
                results.value(row),
                null);
    }

    private Concept concept(OmopRow row, String what) throws RowException {
        String standard = what + "_concept_id";
        String source = what + "_source_value";
        Concept concept =
                concepts.of(
                        row.concept(standard),
                        row.concept(what + "_source_concept_id"),
                        row.text(source));
        if (concept == null) {
            throw new RowException(standard, "There is neither a concept nor a source value.");
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
