package org.consilium.tuning.evaluation;

import java.util.Arrays;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.Ranker;

/**
 * What a ranker says and what came of it: every candidate of every visit is a case. Cases of one
 * score stand together; items that the ranker can't recommend (a score of minus infinity) are none.
 * Beyond eight million cases only every second, third, ... visit is taken. Arrays are shared, not
 * copied: nobody may write to them.
 *
 * @param scores ascending, each once
 * @param cases by score how many
 * @param started by score how many of the cases were targets
 */
public record ScoredCases(double[] scores, double[] cases, double[] started) {
    private static final int MOST = 8_000_000;

    public static ScoredCases of(Ranker ranker, EncodedVisits visits, ItemFilter filter) {
        long all = (long) visits.size() * filter.size();
        int step = (int) (all / MOST) + 1;
        long[] keys = new long[(int) (all / step) + filter.size()];
        int count = 0;
        float[] scores = new float[filter.items()];
        Ranking ranking = new Ranking(filter);
        for (int visit = 0; visit < visits.size(); visit += step) {
            ranker.score(visits.facts()[visit], scores);
            ranking.start(scores, visits.masked()[visit], new TieBreak(0, 0, 0));
            boolean[] started = new boolean[scores.length];
            for (int item : visits.targets()[visit]) {
                started[item] = true;
            }
            for (int item = 0; item < scores.length; item++) {
                if (ranking.isCandidate(item) && scores[item] != Float.NEGATIVE_INFINITY) {
                    keys[count++] = key(scores[item], started[item]);
                }
            }
        }
        Arrays.sort(keys, 0, count);
        return gathered(keys, count);
    }

    /** Orders as the scores do, with the outcome in the last bit. */
    private static long key(float score, boolean started) {
        int bits = Float.floatToIntBits(score + 0f);
        int ordered = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
        return ((long) ordered << 1) | (started ? 1 : 0);
    }

    private static double score(long key) {
        int ordered = (int) (key >> 1);
        return Float.intBitsToFloat(ordered ^ ((ordered >> 31) & Integer.MAX_VALUE));
    }

    private static ScoredCases gathered(long[] keys, int count) {
        double[] scores = new double[count];
        double[] cases = new double[count];
        double[] started = new double[count];
        int last = -1;
        for (int i = 0; i < count; i++) {
            if (i == 0 || keys[i] >> 1 != keys[i - 1] >> 1) {
                scores[++last] = score(keys[i]);
            }
            cases[last]++;
            started[last] += keys[i] & 1;
        }
        return new ScoredCases(
                Arrays.copyOf(scores, last + 1),
                Arrays.copyOf(cases, last + 1),
                Arrays.copyOf(started, last + 1));
    }
}
