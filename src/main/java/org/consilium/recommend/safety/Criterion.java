package org.consilium.recommend.safety;

import java.time.Period;
import java.util.function.DoublePredicate;

/** What must hold of the patient for a rule to speak. */
sealed interface Criterion {
    /**
     * Takes another medicine.
     *
     * @param other either side of the rule may be the item, the other is what is taken
     * @param least how many different ones must be taken besides the item
     * @param washoutDays counts what was stopped up to so many days ago, too
     */
    record With(Term other, int least, int washoutDays) implements Criterion {}

    /** Takes another medicine of the same class; the item may be any of it. */
    record Another(Term of) implements Criterion {}

    /** Takes an ingredient of the item already. */
    record SameIngredient() implements Criterion {}

    /** Has an allergy to one of the substances. */
    record AllergicTo(Term to) implements Criterion {}

    /** Has an allergy to an ingredient of the item. */
    record AllergicToIt() implements Criterion {}

    /** Has or had an illness, or is pregnant or breastfeeding. */
    record Has(Problem problem) implements Criterion {}

    /** Does not have an illness, as far as the record says. */
    record HasNo(Problem problem) implements Criterion {}

    /** Has a result on one side of a number. */
    record Measured(Measure measure, String words, DoublePredicate test) implements Criterion {}

    /** Is that old: up to an age, or from it on. */
    record Aged(Period bound, boolean below, String words) implements Criterion {}
}
