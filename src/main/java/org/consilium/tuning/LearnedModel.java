package org.consilium.tuning;

import org.consilium.recommend.Calibration;
import org.consilium.recommend.ConceptMapping;
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
 * @param itemRates per item the share of training visits at which it was newly started
 * @param factRates per fact the share of training visits that had it; empty in models of before
 *     that was kept
 */
public record LearnedModel(
        String name,
        @Nullable String base,
        String cohort,
        Terms terms,
        Factors factors,
        RidgePart ridge,
        Calibration calibration,
        float[] itemRates,
        float[] factRates,
        Provenance provenance) {

    /** The table that is served. */
    public EvidenceModel evidence() {
        int items = terms.items().size();
        float[][] rows = ridge.rows();
        float[] weighted = new float[rows.length * items];
        for (int fact = 0; fact < rows.length; fact++) {
            for (int item = 0; item < items; item++) {
                weighted[fact * items + item] = (float) (rows[fact][item] * ridge.weight());
            }
        }
        return new EvidenceModel(
                name,
                terms.facts(),
                terms.items(),
                bias(),
                factors.evidence(terms),
                weighted,
                calibration);
    }

    /** Per item, in log odds. */
    float[] bias() {
        float[] bias = factors.bias().clone();
        for (int item = 0; item < bias.length; item++) {
            bias[item] += (float) (ridge.bias()[item] * ridge.weight());
        }
        return bias;
    }

    /** How records are shown to it. */
    ConceptMapping reading(ConceptMapping mapping) {
        return mapping.towards(terms.facts(), terms.items());
    }

    public LearnedModel withFactors(Factors other) {
        return new LearnedModel(
                name,
                base,
                cohort,
                terms,
                other,
                ridge,
                calibration,
                itemRates,
                factRates,
                provenance);
    }

    LearnedModel withRidge(RidgePart other) {
        return new LearnedModel(
                name,
                base,
                cohort,
                terms,
                factors,
                other,
                calibration,
                itemRates,
                factRates,
                provenance);
    }

    public LearnedModel withCalibration(Calibration other) {
        return new LearnedModel(
                name, base, cohort, terms, factors, ridge, other, itemRates, factRates, provenance);
    }

    /**
     * What a local model starts from.
     *
     * @param known the terms before they were extended by the local ones: begins these terms
     */
    LearnedModel limited(Transfer transfer, Terms known) {
        return switch (transfer) {
            case FULL, UNCHANGED -> this;
            case PARTIAL -> withoutTexts(known);
            case NONE -> blank();
        };
    }

    private LearnedModel withoutTexts(Terms known) {
        return new LearnedModel(
                name,
                base,
                cohort,
                terms,
                factors.withoutTexts(terms, known.terms()),
                ridge.withoutTexts(terms, known.terms()),
                calibration,
                itemRates,
                factRates,
                provenance);
    }

    private LearnedModel blank() {
        int items = terms.items().size();
        return new LearnedModel(
                name,
                base,
                cohort,
                terms,
                Factors.none(items),
                RidgePart.ofCodes(
                        new float[terms.facts().size()][items], items, Learner.CLOSED_FORM_WEIGHT),
                Calibration.IDENTITY,
                new float[items],
                new float[0],
                provenance);
    }

    /** The same model under another name, as a base model. */
    LearnedModel named(String other) {
        return new LearnedModel(
                other,
                null,
                cohort,
                terms,
                factors,
                ridge,
                calibration,
                itemRates,
                factRates,
                provenance);
    }

    /** The same model under another name, as if it had been tuned from this one. */
    LearnedModel renamed(Learner.Lesson lesson) {
        return new LearnedModel(
                lesson.name(),
                name,
                lesson.cohort(),
                terms,
                factors,
                ridge,
                calibration,
                itemRates,
                factRates,
                lesson.provenance());
    }
}
