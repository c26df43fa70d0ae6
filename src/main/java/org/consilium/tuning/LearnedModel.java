package org.consilium.tuning;

import org.consilium.recommend.Calibration;
import org.consilium.recommend.EvidenceModel;
import org.consilium.tuning.factor.Factors;
import org.consilium.tuning.factor.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was learned, so that it can be served and tuned further. Arrays are shared, not
 * copied.
 *
 * @param base name of the model it was tuned from; null for a base model
 * @param cohort what it was trained on
 * @param ridge F x I, row by row, without its weight
 * @param ridgeWeight w of the model's formula
 * @param itemCounts per item its targets among the training visits
 * @param visits training visits
 */
public record LearnedModel(
        String name,
        @Nullable String base,
        String cohort,
        Terms terms,
        Factors factors,
        float[] ridge,
        double ridgeWeight,
        Calibration calibration,
        float[] itemCounts,
        int visits,
        Provenance provenance) {

    /** The table that is served. */
    public EvidenceModel evidence() {
        float[] weighted = new float[ridge.length];
        for (int i = 0; i < ridge.length; i++) {
            weighted[i] = (float) (ridge[i] * ridgeWeight);
        }
        return new EvidenceModel(
                name,
                terms.facts(),
                terms.items(),
                factors.bias(),
                factors.evidence(terms),
                weighted,
                calibration);
    }

    public LearnedModel withCalibration(Calibration other) {
        return new LearnedModel(
                name,
                base,
                cohort,
                terms,
                factors,
                ridge,
                ridgeWeight,
                other,
                itemCounts,
                visits,
                provenance);
    }
}
