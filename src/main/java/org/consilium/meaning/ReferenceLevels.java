package org.consilium.meaning;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Value.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * Where a result stands: by the record's own reference range where it has one (its ends are
 * normal), else by what a published document says of people of that sex and age. That a value is
 * critical is taken from a document only. Immutable and thread-safe.
 */
public final class ReferenceLevels {
    private final @Nullable Units units;
    private final Map<String, List<ReferenceRow>> rows = new HashMap<>();

    private ReferenceLevels(@Nullable Units units) {
        this.units = units;
    }

    /** No documents: the record's own ranges alone. */
    public static ReferenceLevels recordedOnly() {
        return new ReferenceLevels(null);
    }

    /** The table that ships with the program. */
    public static ReferenceLevels shipped(Units units) throws IOException {
        ReferenceLevels levels = new ReferenceLevels(units);
        for (CSVRecord row : SourcedTable.shipped("reference-levels.csv")) {
            try {
                levels.rows
                        .computeIfAbsent(row.get("loinc"), absent -> new ArrayList<>())
                        .add(ReferenceRow.of(row));
            } catch (RuntimeException e) {
                throw new IOException(
                        "Row %d of the reference levels can't be read."
                                .formatted(row.getRecordNumber()),
                        e);
            }
        }
        return levels;
    }

    /**
     * Where a result stands and who says so.
     *
     * @param normal what is normal, in words; empty where the document does not say, or where the
     *     record's own range decides
     * @param source the document; empty where the record's own range decides
     */
    public record Reading(@Nullable Level level, String normal, String source) {}

    /** Null where nothing is said of it, or it is no number. */
    public @Nullable Reading read(Patient patient, ClinicalEvent event) {
        if (!(event.value() instanceof Quantity quantity)) {
            return null;
        }
        ReferenceRow row = row(patient, event);
        Quantity kept = row == null ? null : in(row.unit(), event.concept(), quantity);
        Level published = row == null || kept == null ? null : row.level(kept.amount());
        Level recorded = recorded(quantity);
        if (recorded == null) {
            return row == null || kept == null
                    ? null
                    : new Reading(published, row.normal(), row.source());
        }
        if (row != null && published != null && published.coarser() == recorded) {
            return new Reading(published, "", row.source());
        }
        return new Reading(recorded, "", "");
    }

    /** The level alone; null where there is none. */
    public @Nullable Level level(Patient patient, ClinicalEvent event) {
        Reading reading = read(patient, event);
        return reading == null ? null : reading.level();
    }

    /** The unit in which a document says what is normal, low or high; null where none does. */
    public @Nullable String unit(Concept concept) {
        List<ReferenceRow> known = rows.getOrDefault(concept.code(), List.of());
        return concept.system().equals(CodeSystem.LOINC) && !known.isEmpty()
                ? known.getFirst().unit()
                : null;
    }

    private static @Nullable Level recorded(Quantity quantity) {
        Double low = quantity.low();
        Double high = quantity.high();
        if (low == null && high == null) {
            return null;
        }
        if (low != null && quantity.amount() < low) {
            return Level.LOW;
        }
        return high != null && quantity.amount() > high ? Level.HIGH : Level.NORMAL;
    }

    private @Nullable ReferenceRow row(Patient patient, ClinicalEvent event) {
        if (!event.concept().system().equals(CodeSystem.LOINC)) {
            return null;
        }
        for (ReferenceRow row : rows.getOrDefault(event.concept().code(), List.of())) {
            if (row.fits(patient, event.start().toLocalDate())) {
                return row;
            }
        }
        return null;
    }

    /**
     * Cohorts imported by an earlier version, or in a unit of their own, are converted on the fly.
     */
    private @Nullable Quantity in(String unit, Concept concept, Quantity quantity) {
        if (quantity.unit().equals(unit)) {
            return quantity;
        }
        if (units == null) {
            return null;
        }
        Quantity kept = units.conversion(concept, quantity.unit()).apply(quantity);
        return kept.unit().equals(unit) ? kept : null;
    }
}
