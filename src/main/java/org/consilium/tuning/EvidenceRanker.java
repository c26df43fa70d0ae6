package org.consilium.tuning;

import org.consilium.recommend.EvidenceModel;

/** A served model as a ranker of encoded visits over the same vocabularies. */
record EvidenceRanker(String name, EvidenceModel model) implements Ranker {
    @Override
    public void score(int[] facts, float[] scores) {
        model.score(facts, scores);
    }
}
