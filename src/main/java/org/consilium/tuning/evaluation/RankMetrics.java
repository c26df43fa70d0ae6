package org.consilium.tuning.evaluation;

import org.consilium.tuning.Metric;

/**
 * Metrics of one visit from the ranks of its targets; relevance is binary. Precision, recall,
 * reciprocal rank and average precision as in Manning, Raghavan and Schuetze, Introduction to
 * Information Retrieval (2008), section 8.4; NDCG as in Jarvelin and Kekalainen, ACM TOIS 20(4)
 * (2002) with discount 1 / log2(1 + rank) and an ideal list cut off as well, so that a perfect
 * ranker reaches 1 however many targets there are.
 */
final class RankMetrics {
    private static final double[] DISCOUNTS = discounts(10);

    private RankMetrics() {}

    /**
     * @param ranks of all targets among the candidates, from 1, ascending, at least one
     * @return by ordinal of {@link Metric}
     */
    static double[] of(int[] ranks) {
        int in5 = within(ranks, 5);
        int in10 = within(ranks, 10);
        double[] values = new double[Metric.values().length];
        values[Metric.PRECISION_5.ordinal()] = in5 / 5.0;
        values[Metric.PRECISION_10.ordinal()] = in10 / 10.0;
        values[Metric.RECALL_5.ordinal()] = (double) in5 / ranks.length;
        values[Metric.RECALL_10.ordinal()] = (double) in10 / ranks.length;
        values[Metric.HIT_RATE_5.ordinal()] = in5 > 0 ? 1 : 0;
        values[Metric.HIT_RATE_10.ordinal()] = in10 > 0 ? 1 : 0;
        values[Metric.MRR.ordinal()] = 1.0 / ranks[0];
        values[Metric.MAP.ordinal()] = averagePrecision(ranks);
        values[Metric.NDCG_5.ordinal()] = ndcg(ranks, 5);
        values[Metric.NDCG_10.ordinal()] = ndcg(ranks, 10);
        return values;
    }

    private static int within(int[] ranks, int cutoff) {
        int count = 0;
        while (count < ranks.length && ranks[count] <= cutoff) {
            count++;
        }
        return count;
    }

    /** Mean over the targets of the precision at their ranks, over the whole list. */
    private static double averagePrecision(int[] ranks) {
        double sum = 0;
        for (int found = 0; found < ranks.length; found++) {
            sum += (found + 1.0) / ranks[found];
        }
        return sum / ranks.length;
    }

    private static double ndcg(int[] ranks, int cutoff) {
        double gain = 0;
        double ideal = 0;
        for (int i = 0; i < Math.min(ranks.length, cutoff); i++) {
            ideal += DISCOUNTS[i];
            gain += ranks[i] <= cutoff ? DISCOUNTS[ranks[i] - 1] : 0;
        }
        return gain / ideal;
    }

    private static double[] discounts(int cutoff) {
        double[] discounts = new double[cutoff];
        for (int i = 0; i < cutoff; i++) {
            discounts[i] = Math.log(2) / Math.log(i + 2.0);
        }
        return discounts;
    }
}
