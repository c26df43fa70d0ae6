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
 * @param ridge F rows of I, without their weight
 * @param ridgeWeight w of the model's formula
 * @param itemRates per item the share of training visits at which it was newly started
 */
public record LearnedModel(
        String name,
        @Nullable String base,
        String cohort,
        Terms terms,
        Factors factors,
        float[][] ridge,
        double ridgeWeight,
        Calibration calibration,
        float[] itemRates,
        Provenance provenance) {

    /** The table that is served. */
    public EvidenceModel evidence() {
        int items = terms.items().size();
        float[] weighted = new float[ridge.length * items];
        for (int fact = 0; fact < ridge.length; fact++) {
            for (int item = 0; item < items; item++) {
                weighted[fact * items + item] = (float) (ridge[fact][item] * ridgeWeight);
            }
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

    public LearnedModel withFactors(Factors other) {
        return new LearnedModel(
                name,
                base,
                cohort,
                terms,
                other,
                ridge,
                ridgeWeight,
                calibration,
                itemRates,
                provenance);
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
                itemRates,
                provenance);
    }
}
