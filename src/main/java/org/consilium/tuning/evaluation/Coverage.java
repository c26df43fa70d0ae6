package org.consilium.tuning.evaluation;

import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.Ranker;

/**
 * Catalogue coverage: which part of the items is ever shown (Ge, Delgado-Battenfeld and Jannach,
 * RecSys 2010). A ranker that always shows the same ten is accurate at best, never useful.
 *
 * @param shown items among the first k of at least one visit
 * @param items items of the filter
 */
public record Coverage(int k, int shown, int items) {

    /** From 0 to 1; not a number when the filter leaves nothing. */
    public double fraction() {
        return (double) shown / items;
    }

    /**
     * @param seed of the order among equal scores
     */
    public static Coverage measure(
            Ranker ranker, EncodedVisits visits, ItemFilter filter, int k, long seed) {
        boolean[] seen = new boolean[filter.items()];
        float[] scores = new float[filter.items()];
        Ranking ranking = new Ranking(filter);
        int shown = 0;
        for (int visit = 0; visit < visits.size(); visit++) {
            ranker.score(visits.facts()[visit], scores);
            ranking.start(
                    scores,
                    visits.masked()[visit],
                    new TieBreak(seed, visits.patients()[visit], visits.days()[visit]));
            for (int item : ranking.top(k)) {
                shown += seen[item] ? 0 : 1;
                seen[item] = true;
            }
        }
        return new Coverage(k, shown, filter.size());
    }
}
