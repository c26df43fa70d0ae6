package org.consilium.meaning;

import org.consilium.clinical.Value.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * From a unit as recorded to the one in which results of that kind are kept: {@code kept = factor *
 * recorded + offset}.
 *
 * @param unit the unit that results have afterwards, UCUM
 */
public record Conversion(Outcome outcome, String unit, double factor, double offset) {
    private static final Conversion NOTHING = new Conversion(Outcome.AS_RECORDED, "", 1, 0);
    private static final Conversion UNKNOWN = new Conversion(Outcome.UNKNOWN_UNIT, "", 1, 0);
    private static final Conversion APART = new Conversion(Outcome.NOT_COMMENSURABLE, "", 1, 0);

    /** What can be done with a unit. */
    public enum Outcome {
        /** Nothing to do: the unit is the target, or there is no target or no unit. */
        AS_RECORDED,
        /** The same unit in another spelling. */
        RESPELLED,
        /** Another unit of the same kind. */
        CONVERTED,
        /** Nobody knows the unit: the result stays as recorded. */
        UNKNOWN_UNIT,
        /** A known unit that measures something else: the result stays as recorded. */
        NOT_COMMENSURABLE
    }

    static Conversion asRecorded() {
        return NOTHING;
    }

    static Conversion unknownUnit() {
        return UNKNOWN;
    }

    static Conversion notCommensurable() {
        return APART;
    }

    static Conversion to(String unit, double factor, double offset) {
        boolean same = factor == 1 && offset == 0;
        return new Conversion(same ? Outcome.RESPELLED : Outcome.CONVERTED, unit, factor, offset);
    }

    /** Whether it changes what is kept. */
    public boolean changes() {
        return outcome == Outcome.RESPELLED || outcome == Outcome.CONVERTED;
    }

    /**
     * The result and its reference range in the kept unit; the same object where nothing changes.
     */
    public Quantity apply(Quantity recorded) {
        if (!changes()) {
            return recorded;
        }
        return new Quantity(
                convert(recorded.amount()), unit, end(recorded.low()), end(recorded.high()));
    }

    private @Nullable Double end(@Nullable Double recorded) {
        return recorded == null ? null : convert(recorded);
    }

    private double convert(double recorded) {
        return outcome == Outcome.RESPELLED ? recorded : recorded * factor + offset;
    }
}
