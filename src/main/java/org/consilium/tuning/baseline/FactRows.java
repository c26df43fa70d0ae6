package org.consilium.tuning.baseline;

import java.util.Arrays;

/** Adding rows of a fact x item table: how every additive ranker scores. */
public final class FactRows {
    private FactRows() {}

    /** Writes to the scores the sum of the facts' rows. */
    static void sum(float[][] rows, int[] facts, float[] scores) {
        Arrays.fill(scores, 0);
        for (int fact : facts) {
            add(rows[fact], scores);
        }
    }

    /**
     * @param row one number an item, or empty for nothing to add
     */
    public static void add(float[] row, float[] scores) {
        for (int item = 0; item < row.length; item++) {
            scores[item] += row[item];
        }
    }
}
