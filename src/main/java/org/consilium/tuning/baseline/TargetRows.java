package org.consilium.tuning.baseline;

import java.util.Arrays;

/**
 * The right-hand side of a regression, a row of items for each visit, made when it is asked for:
 * the residuals of 30,000 visits would not fit well into memory.
 */
public interface TargetRows {
    int visits();

    int items();

    /**
     * @param row out: one number an item; every element is written
     */
    void read(int visit, float[] row);

    /**
     * 1 where an item is a target, 0 elsewhere.
     *
     * @param targets per visit indices of items
     */
    static TargetRows binary(int[][] targets, int items) {
        return new TargetRows() {
            @Override
            public int visits() {
                return targets.length;
            }

            @Override
            public int items() {
                return items;
            }

            @Override
            public void read(int visit, float[] row) {
                Arrays.fill(row, 0);
                for (int item : targets[visit]) {
                    row[item] = 1;
                }
            }
        };
    }

    /**
     * What is left of these when a table has explained its part: {@code Y - X R}.
     *
     * @param facts X: per visit indices of facts
     * @param table R: by fact, by item; it is read when rows are
     */
    default TargetRows minus(int[][] facts, float[][] table) {
        return then((visit, row) -> {
            for (int fact : facts[visit]) {
                subtract(table[fact], row);
            }
        });
    }

    /**
     * What is left of these when the same row has been taken off each.
     *
     * @param constant one number an item
     */
    default TargetRows minus(float[] constant) {
        return then((visit, row) -> subtract(constant, row));
    }

    private static void subtract(float[] explained, float[] row) {
        for (int item = 0; item < row.length; item++) {
            row[item] -= explained[item];
        }
    }

    /** What is done to each row of these once it is read. */
    private TargetRows then(Change change) {
        TargetRows whole = this;
        return new TargetRows() {
            @Override
            public int visits() {
                return whole.visits();
            }

            @Override
            public int items() {
                return whole.items();
            }

            @Override
            public void read(int visit, float[] row) {
                whole.read(visit, row);
                change.apply(visit, row);
            }
        };
    }

    /** Changes a row in place. */
    @FunctionalInterface
    interface Change {
        void apply(int visit, float[] row);
    }
}
