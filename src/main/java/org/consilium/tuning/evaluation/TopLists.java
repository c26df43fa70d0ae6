package org.consilium.tuning.evaluation;

import java.util.Arrays;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.Ranker;

/**
 * What a ranker shows: the first k items of every visit, also of visits without a target. Arrays
 * are shared, not copied: nobody may write to them.
 *
 * @param patients by visit its patient
 * @param shown by visit its first k candidates, best first; fewer where there are fewer
 * @param targets by visit its targets among the candidates
 */
public record TopLists(int[] patients, int[][] shown, int[][] targets) {

    /**
     * @param seed of the order among equal scores
     */
    public static TopLists of(
            Ranker ranker, EncodedVisits visits, ItemFilter filter, int k, long seed) {
        int[][] shown = new int[visits.size()][];
        int[][] targets = new int[visits.size()][];
        float[] scores = new float[filter.items()];
        Ranking ranking = new Ranking(filter);
        for (int visit = 0; visit < visits.size(); visit++) {
            ranker.score(visits.facts()[visit], scores);
            ranking.start(
                    scores,
                    visits.masked()[visit],
                    new TieBreak(seed, visits.patients()[visit], visits.days()[visit]));
            shown[visit] = ranking.top(k);
            targets[visit] =
                    Arrays.stream(visits.targets()[visit]).filter(ranking::isCandidate).toArray();
        }
        return new TopLists(visits.patients(), shown, targets);
    }
}
