package org.consilium.tuning;

import org.consilium.recommend.Calibration;
import org.consilium.recommend.EvidenceModel;

/** A served model as a ranker of encoded visits over the same vocabularies. */
record EvidenceRanker(String name, EvidenceModel model) implements ProbableRanker {
    @Override
    public void score(int[] facts, float[] scores) {
        model.score(facts, scores);
    }

    @Override
    public Calibration calibration() {
        return model.calibration();
    }
}
