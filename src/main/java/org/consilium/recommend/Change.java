package org.consilium.recommend;

import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;

/**
 * A supposed change of a record, to see what it would do to the recommendations. The record itself
 * is never changed. Age, sex and what else cannot change has no change here.
 */
public sealed interface Change {
    /** What is changed, as the model knows it. */
    Concept concept();

    /** As if it had never been recorded. */
    record Without(EventKind kind, Concept concept) implements Change {}

    /**
     * As if the latest result had been another.
     *
     * @param amount in the unit of the latest result
     */
    record Measured(Concept concept, double amount) implements Change {}

    /**
     * As if a result that may never have been recorded had been measured the day before.
     *
     * @param unit UCUM, as {@link Measurable} gives it
     */
    record Result(Concept concept, double amount, String unit) implements Change {}

    /** As if a problem or a medication had been there since the day before. */
    record With(EventKind kind, Concept concept) implements Change {
        public With {
            if (kind != EventKind.CONDITION && kind != EventKind.MEDICATION) {
                throw new IllegalArgumentException(
                        "only a problem or a medication can be supposed.");
            }
        }
    }
}
