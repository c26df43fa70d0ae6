package org.consilium.tuning.baseline;

import org.consilium.tuning.Ranker;

/**
 * What {@link Ridge} made. The table is shared, not copied: nobody may write to it.
 *
 * @param rows by fact, by item; zeros for facts that were too rare
 * @param factsUsed facts that were not
 * @param dual whether the visits' system was solved, being smaller than the facts'
 * @param residual norm of the objective's gradient at these weights, relative to that at weights of
 *     0, by some of the items: how far rounding left them from the exact solution
 */
public record RidgeWeights(float[][] rows, int factsUsed, boolean dual, double residual) {

    /** These weights on top of others: the prior that they were fitted towards. */
    public float[][] plus(float[][] prior) {
        float[][] sum = new float[rows.length][];
        for (int fact = 0; fact < sum.length; fact++) {
            sum[fact] = prior[fact].clone();
            FactRows.add(rows[fact], sum[fact]);
        }
        return sum;
    }

    /** Scores are the sums of the facts' rows. */
    public Ranker ranker() {
        return ranker("ridge");
    }

    /** The same under another name. */
    public Ranker ranker(String name) {
        return ranker(name, rows);
    }

    /** A ranker over any such table. */
    public static Ranker ranker(String name, float[][] rows) {
        return new Ranker() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void score(int[] facts, float[] scores) {
                FactRows.sum(rows, facts, scores);
            }
        };
    }
}
