package org.consilium.tuning.evaluation;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.Metric;
import org.consilium.tuning.Ranker;

/**
 * What a ranker offers at every visit and what was started there, to compare groups of patients by.
 * Arrays are shared, not copied: nobody may write to them.
 *
 * @param patients by visit its patient
 * @param rows by visit: 1 where a target can be ranked, else 0; its recall@10; its NDCG@10; sum of
 *     the candidates' probabilities; targets among the candidates; items among the first five with
 *     a probability of at least {@link #OFFERED}
 */
public record VisitOffers(int[] patients, double[][] rows) {
    /** Below this nobody would call an item offered; as {@link Reliability#LOW}. */
    public static final double OFFERED = .1;

    static final int COUNTED = 0;
    static final int RECALL = 1;
    static final int NDCG = 2;
    static final int EXPECTED = 3;
    static final int STARTED = 4;
    static final int SHOWN = 5;
    static final int FIGURES = 6;

    private static final int FIRST = 5;

    /**
     * @param probability turns a score of the ranker into a probability
     * @param seed of the order among equal scores
     */
    public static VisitOffers of(
            Ranker ranker,
            DoubleUnaryOperator probability,
            EncodedVisits visits,
            ItemFilter filter,
            long seed) {
        double[][] rows = new double[visits.size()][];
        float[] scores = new float[filter.items()];
        Ranking ranking = new Ranking(filter);
        for (int visit = 0; visit < rows.length; visit++) {
            ranker.score(visits.facts()[visit], scores);
            ranking.start(
                    scores,
                    visits.masked()[visit],
                    new TieBreak(seed, visits.patients()[visit], visits.days()[visit]));
            rows[visit] = row(ranking, scores, probability, visits.targets()[visit]);
        }
        return new VisitOffers(visits.patients(), rows);
    }

    /** Mean over the visits where a target can be ranked; not a number without one. */
    public double meanNdcg() {
        double sum = 0;
        double counted = 0;
        for (double[] row : rows) {
            sum += row[NDCG];
            counted += row[COUNTED];
        }
        return sum / counted;
    }

    /** Targets for each that was expected: 1 is calibrated in the large. */
    public double startedForExpected() {
        double started = 0;
        double expected = 0;
        for (double[] row : rows) {
            started += row[STARTED];
            expected += row[EXPECTED];
        }
        return started / expected;
    }

    private static double[] row(
            Ranking ranking, float[] scores, DoubleUnaryOperator probability, int[] targets) {
        double[] row = new double[FIGURES];
        int[] ranks = ranking.ranksOf(targets);
        if (ranks.length > 0) {
            double[] metrics = RankMetrics.of(ranks);
            row[COUNTED] = 1;
            row[RECALL] = metrics[Metric.RECALL_10.ordinal()];
            row[NDCG] = metrics[Metric.NDCG_10.ordinal()];
        }
        row[STARTED] = ranks.length;
        for (int item = 0; item < scores.length; item++) {
            if (ranking.isCandidate(item)) {
                row[EXPECTED] += chance(scores[item], probability);
            }
        }
        row[SHOWN] =
                Arrays.stream(ranking.top(FIRST))
                        .filter(item -> chance(scores[item], probability) >= OFFERED)
                        .count();
        return row;
    }

    private static double chance(float score, DoubleUnaryOperator probability) {
        return score == Float.NEGATIVE_INFINITY ? 0 : probability.applyAsDouble(score);
    }
}
