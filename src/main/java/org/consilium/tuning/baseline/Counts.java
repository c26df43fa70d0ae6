package org.consilium.tuning.baseline;

import org.consilium.tuning.EncodedVisits;

/**
 * How often facts and targets stand in the same visit.
 *
 * @param visits number of visits
 * @param facts by fact the visits that have it
 * @param items by item the visits that have it as a target
 * @param together by fact, by item the visits that have both
 */
record Counts(int visits, int[] facts, int[] items, int[][] together) {

    static Counts of(EncodedVisits visits) {
        int itemCount = visits.itemVocabulary().size();
        int[] facts = new int[visits.factVocabulary().size()];
        int[] items = new int[itemCount];
        int[][] together = new int[facts.length][itemCount];
        for (int visit = 0; visit < visits.size(); visit++) {
            for (int item : visits.targets()[visit]) {
                items[item]++;
            }
            for (int fact : visits.facts()[visit]) {
                facts[fact]++;
                for (int item : visits.targets()[visit]) {
                    together[fact][item]++;
                }
            }
        }
        return new Counts(visits.size(), facts, items, together);
    }
}
