package org.consilium.recommend;

import org.consilium.clinical.Concept;

/**
 * A result that is not on record of the last two years and would move an item's score.
 *
 * @param least what the score would change by at the value that speaks most against the item, log
 *     odds
 * @param most the same at the value that speaks most for it
 */
public record MissingInput(Concept concept, double least, double most) {
    /** How far apart its values are. */
    public double spread() {
        return Math.max(0, most) - Math.min(0, least);
    }
}
