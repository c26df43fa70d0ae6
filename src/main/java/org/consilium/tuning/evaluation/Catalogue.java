package org.consilium.tuning.evaluation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import org.consilium.tuning.EncodedVisits;

/**
 * What is known of each item before the test.
 *
 * @param items those in use where the training patients come from: what coverage and exposure are
 *     measured over
 * @param cold items that may be shown and that few training visits started, if any
 * @param selfInformation by item, in bits: the fewer patients ever started it, the more it says
 *     that it is shown
 */
public record Catalogue(ItemFilter items, ItemFilter cold, double[] selfInformation) {

    /**
     * Self-information is {@code -log2((k + .5) / (n + 1))}, with k of n training patients who
     * newly started the item (Zhou et al., PNAS 107 (2010); Vargas and Castells, RecSys 2011; the
     * half keeps it finite for an item that nobody started).
     *
     * @param ranked every item that may be shown
     * @param inUse by item whether it is in use where the training patients come from
     * @param fewVisits an item is cold when fewer training visits than this started it
     */
    public static Catalogue of(
            EncodedVisits train, ItemFilter ranked, IntPredicate inUse, int fewVisits) {
        int size = ranked.items();
        int[] visits = new int[size];
        int[] patients = new int[size];
        int[] last = new int[size];
        Arrays.fill(last, -1);
        for (int visit = 0; visit < train.size(); visit++) {
            int patient = train.patients()[visit];
            for (int item : train.targets()[visit]) {
                visits[item]++;
                patients[item] += last[item] == patient ? 0 : 1;
                last[item] = patient;
            }
        }
        double[] information = new double[size];
        int all = train.patientCount();
        for (int item = 0; item < size; item++) {
            information[item] = -Math.log((patients[item] + .5) / (all + 1)) / Math.log(2);
        }
        BitSet cold = new BitSet();
        for (int item = 0; item < size; item++) {
            cold.set(item, visits[item] < fewVisits);
        }
        return new Catalogue(ranked.narrowed(inUse), ranked.narrowed(cold::get), information);
    }
}
