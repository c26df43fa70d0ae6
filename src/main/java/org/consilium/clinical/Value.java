package org.consilium.clinical;

import org.jspecify.annotations.Nullable;

/** The result of an observation, as recorded, or the words for an allergy's reactions. */
public sealed interface Value {

    /**
     * A number with its unit.
     *
     * @param unit as recorded (UCUM where the source uses it); empty when dimensionless
     * @param low lower end of the record's own reference range, in the same unit
     * @param high upper end of the record's own reference range, in the same unit
     */
    record Quantity(double amount, String unit, @Nullable Double low, @Nullable Double high)
            implements Value {
        public Quantity(double amount, String unit) {
            this(amount, unit, null, null);
        }
    }

    /** A coded answer. */
    record Coded(Concept concept) implements Value {}

    /** Free text, and everything that is neither a number nor a code. */
    record Text(String text) implements Value {}
}
