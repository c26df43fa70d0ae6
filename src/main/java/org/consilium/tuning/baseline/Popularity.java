package org.consilium.tuning.baseline;

import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.Ranker;

/**
 * The same list for everybody: items by how often they were newly started. A score is the fraction
 * of the training visits that started the item. Immutable and thread-safe.
 */
public final class Popularity implements Ranker {
    private final float[] fractions;

    private Popularity(float[] fractions) {
        this.fractions = fractions;
    }

    public static Popularity fit(EncodedVisits train) {
        float[] fractions = new float[train.itemVocabulary().size()];
        for (int[] targets : train.targets()) {
            for (int item : targets) {
                fractions[item]++;
            }
        }
        for (int item = 0; item < fractions.length; item++) {
            fractions[item] /= Math.max(1, train.size());
        }
        return new Popularity(fractions);
    }

    @Override
    public String name() {
        return "popularity";
    }

    @Override
    public void score(int[] facts, float[] scores) {
        System.arraycopy(fractions, 0, scores, 0, fractions.length);
    }
}
