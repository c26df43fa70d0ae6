package org.consilium.plan;

import org.consilium.clinical.Decision;
import org.jspecify.annotations.Nullable;

/** What earlier decisions make of an item that is recommended now. */
public sealed interface Earlier {
    /** Nobody has decided before. */
    record None() implements Earlier {}

    /** Decided at this visit. */
    record Here(Decision decision) implements Earlier {}

    /**
     * Not pushed again: it is in the care plan, put off, or was declined and its reasons are much
     * the same.
     *
     * @param change what has changed since it was declined; null where it was not
     */
    record Aside(Decision decision, @Nullable ChangedReasons change) implements Earlier {}

    /**
     * Comes again.
     *
     * @param change what has changed since it was declined; null where it was not
     * @param safetyLifted whether it was declined as contraindicated and no rule that spoke against
     *     it does so any more
     */
    record Back(Decision decision, @Nullable ChangedReasons change, boolean safetyLifted)
            implements Earlier {}
}
