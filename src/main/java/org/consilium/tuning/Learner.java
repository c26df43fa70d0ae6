package org.consilium.tuning;

import org.consilium.job.Progress;
import org.consilium.recommend.Calibration;
import org.consilium.tuning.baseline.Ridge;
import org.consilium.tuning.baseline.RidgeOptions;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.Factors;
import org.consilium.tuning.factor.Terms;
import org.consilium.tuning.factor.TrainingOptions;

/**
 * Learns a model from scratch or from another one (MODEL.md, "Recipes that worked"). For the
 * compute thread only.
 */
final class Learner {
    /** Ridge weight of a model that saw one population only. */
    static final double RIDGE_WEIGHT = 4;

    /**
     * Ridge weight of a tuned model: with few local patients the closed form is the steadier half.
     */
    static final double TUNED_RIDGE_WEIGHT = 10;

    private static final int DIMENSION = 96;
    private static final RidgeOptions FITTED = new RidgeOptions(30, 3);
    private static final RidgeOptions CORRECTED = new RidgeOptions(30, 1);

    private final FactorTrainer trainer;

    Learner(FactorTrainer trainer) {
        this.trainer = trainer;
    }

    /**
     * What a model is called and learned from.
     *
     * @param train over the vocabularies of the terms or of the base model
     */
    record Lesson(
            String name,
            String cohort,
            EncodedVisits train,
            TrainingOptions options,
            Provenance provenance) {}

    /** From nothing but the visits. */
    LearnedModel fresh(
            Lesson lesson, Terms terms, Progress progress, FactorTrainer.AfterEpoch afterEpoch) {
        EncodedVisits train = lesson.train();
        float[] rates = ItemRates.of(train);
        Factors start =
                Factors.random(terms, DIMENSION, ItemRates.logOdds(rates), lesson.options().seed());
        Factors factors =
                trainer.train(terms, train, start, lesson.options(), progress, afterEpoch);
        return new LearnedModel(
                lesson.name(),
                null,
                lesson.cohort(),
                terms,
                factors,
                Ridge.fit(train, FITTED, progress).rows(),
                RIDGE_WEIGHT,
                Calibration.IDENTITY,
                rates,
                lesson.provenance());
    }

    /** From a base model that was extended over the visits' vocabularies. */
    LearnedModel tuned(
            Lesson lesson,
            LearnedModel base,
            Progress progress,
            FactorTrainer.AfterEpoch afterEpoch) {
        EncodedVisits train = lesson.train();
        float[] rates = ItemRates.shrunk(base.itemRates(), train);
        Factors start =
                base.factors()
                        .withBias(ItemRates.moved(base.factors().bias(), base.itemRates(), rates));
        Factors factors =
                trainer.train(base.terms(), train, start, lesson.options(), progress, afterEpoch);
        return new LearnedModel(
                lesson.name(),
                base.name(),
                lesson.cohort(),
                base.terms(),
                factors,
                Ridge.correction(train, base.ridge(), CORRECTED, progress).plus(base.ridge()),
                TUNED_RIDGE_WEIGHT,
                base.calibration(),
                rates,
                lesson.provenance());
    }
}
