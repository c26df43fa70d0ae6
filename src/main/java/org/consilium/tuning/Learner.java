package org.consilium.tuning;

import org.consilium.job.Progress;
import org.consilium.recommend.Calibration;
import org.consilium.tuning.baseline.Ridge;
import org.consilium.tuning.baseline.RidgeOptions;
import org.consilium.tuning.baseline.TargetRows;
import org.consilium.tuning.baseline.TextRidge;
import org.consilium.tuning.baseline.TextRidgeOptions;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.Factors;
import org.consilium.tuning.factor.MaskedFacts;
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

    /** Brings the ridge's scores, shares of visits, to the width of log odds. */
    static final double CLOSED_FORM_WEIGHT = 10;

    /**
     * A ridge of local patients alone, where nothing tells of a better penalty: lambda of MODEL.md;
     * less text than there, since terms have a weight of their own here (docs/benchmarks.md, "The
     * study's tasks").
     */
    static final TextRidgeOptions LOCAL = new TextRidgeOptions(100, .3, 1, 0);

    /**
     * A ridge of a network's patients: what leaving sites out chose for every region of the
     * intensive-care stays (docs/benchmarks.md, "Real records as the source").
     */
    static final TextRidgeOptions SOURCE = new TextRidgeOptions(300, .3, 3, 0);

    private static final int DIMENSION = 96;
    private static final RidgeOptions FITTED = new RidgeOptions(30, 3);

    /**
     * Of the ridge beside factors: these have the bias, so it has none. Chosen on one seed of
     * patients of 65 and over in California, the source Massachusetts without a fifth of the codes
     * (docs/benchmarks.md, "The study's tasks").
     */
    private static final TextRidgeOptions CORRECTED =
            new TextRidgeOptions(30, .3, 1, Double.POSITIVE_INFINITY);

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
            Provenance provenance) {

        /** The same from other visits. */
        Lesson over(EncodedVisits visits) {
            return new Lesson(name, cohort, visits, options, provenance);
        }

        /** The same by another recipe. */
        Lesson with(TrainingOptions other) {
            return new Lesson(name, cohort, train, other, provenance);
        }
    }

    /** From nothing but the visits. */
    LearnedModel fresh(
            Lesson lesson, Terms terms, Progress progress, FactorTrainer.AfterEpoch afterEpoch) {
        EncodedVisits train = lesson.train();
        float[] rates = ItemRates.of(train);
        Factors start =
                Factors.random(terms, DIMENSION, ItemRates.logOdds(rates), lesson.options().seed());
        Factors factors =
                factors(lesson.with(lesson.options().fresh()), terms, start, progress, afterEpoch);
        return new LearnedModel(
                lesson.name(),
                null,
                lesson.cohort(),
                terms,
                factors,
                RidgePart.ofCodes(
                        Ridge.fit(train, FITTED, progress).rows(), rates.length, RIDGE_WEIGHT),
                Calibration.IDENTITY,
                rates,
                ItemRates.ofFacts(train),
                lesson.provenance());
    }

    /**
     * From a base model that was extended over the visits' vocabularies.
     *
     * @param base what the transfer left of it
     */
    LearnedModel tuned(
            Lesson lesson,
            LearnedModel base,
            Transfer transfer,
            Progress progress,
            FactorTrainer.AfterEpoch afterEpoch) {
        if (transfer == Transfer.UNCHANGED) {
            return base.renamed(lesson);
        }
        if (base.factors().isNone()) {
            TextRidgeOptions options =
                    transfer == Transfer.NONE
                            ? LocalPenalty.choose(
                                    lesson.train(), base.terms(), lesson.options().seed(), progress)
                            : correction(lesson.train().size(), base);
            return corrected(lesson, base, options, progress);
        }
        return trained(lesson, prepared(lesson, base, progress), progress, afterEpoch);
    }

    /** A base model with factors, all corrected but these: only their bias is moved. */
    LearnedModel prepared(Lesson lesson, LearnedModel base, Progress progress) {
        EncodedVisits train = lesson.train();
        TargetRows residual = targets(train).minus(train.facts(), base.ridge().rows());
        RidgePart ridge =
                base.ridge()
                        .withWeight(TUNED_RIDGE_WEIGHT)
                        .plusRows(
                                RidgePart.of(
                                        TextRidge.fit(
                                                train.facts(),
                                                base.terms(),
                                                residual,
                                                CORRECTED,
                                                progress),
                                        base.terms(),
                                        TUNED_RIDGE_WEIGHT,
                                        base.ridge().steadiness()));
        float[] rates = ItemRates.shrunk(base.itemRates(), train);
        Factors start =
                base.factors()
                        .withBias(ItemRates.moved(base.factors().bias(), base.itemRates(), rates));
        return new LearnedModel(
                lesson.name(),
                base.name(),
                lesson.cohort(),
                base.terms(),
                start,
                ridge,
                base.calibration(),
                rates,
                ItemRates.ofFacts(train),
                lesson.provenance());
    }

    /** A prepared model with its factors trained. */
    LearnedModel trained(
            Lesson lesson,
            LearnedModel prepared,
            Progress progress,
            FactorTrainer.AfterEpoch afterEpoch) {
        return prepared.withFactors(
                factors(lesson, prepared.terms(), prepared.factors(), progress, afterEpoch));
    }

    private Factors factors(
            Lesson lesson,
            Terms terms,
            Factors start,
            Progress progress,
            FactorTrainer.AfterEpoch afterEpoch) {
        TrainingOptions options = lesson.options();
        Factors taught =
                MaskedFacts.before(trainer, terms, lesson.train(), start, options, progress);
        return trainer.train(terms, lesson.train(), taught, options, progress, afterEpoch);
    }

    /**
     * A ridge with a text kernel from nothing but the visits: no factors, so done in seconds.
     *
     * @param sites at which the visits were
     */
    LearnedModel closedForm(
            Lesson lesson, Terms terms, TextRidgeOptions options, int sites, Progress progress) {
        EncodedVisits train = lesson.train();
        RidgePart ridge =
                RidgePart.of(
                        TextRidge.fit(train.facts(), terms, targets(train), options, progress),
                        terms,
                        CLOSED_FORM_WEIGHT,
                        RidgePart.steadiness(sites));
        return new LearnedModel(
                lesson.name(),
                null,
                lesson.cohort(),
                terms,
                Factors.none(terms.items().size()),
                ridge,
                Calibration.IDENTITY,
                ItemRates.of(train),
                ItemRates.ofFacts(train),
                lesson.provenance());
    }

    /** A closed-form model with a ridge on what it leaves unexplained of the local visits. */
    private static LearnedModel corrected(
            Lesson lesson, LearnedModel base, TextRidgeOptions options, Progress progress) {
        EncodedVisits train = lesson.train();
        RidgePart prior = base.ridge();
        TargetRows residual = targets(train).minus(train.facts(), prior.rows()).minus(prior.bias());
        RidgePart ridge =
                prior.plus(
                        RidgePart.of(
                                TextRidge.fit(
                                        train.facts(), base.terms(), residual, options, progress),
                                base.terms(),
                                CLOSED_FORM_WEIGHT,
                                prior.steadiness()));
        return new LearnedModel(
                lesson.name(),
                base.name(),
                lesson.cohort(),
                base.terms(),
                base.factors(),
                ridge,
                base.calibration(),
                ItemRates.shrunk(base.itemRates(), train),
                ItemRates.ofFacts(train),
                lesson.provenance());
    }

    private static TargetRows targets(EncodedVisits visits) {
        return TargetRows.binary(visits.targets(), visits.itemVocabulary().size());
    }

    /**
     * How a correction of a known model is fitted: the fewer the visits, the closer it stays. The
     * constants were looked at region to region on intensive-care stays and by age on diabetics
     * (docs/benchmarks.md, "Real records as the source").
     */
    static TextRidgeOptions correction(int visits, LearnedModel base) {
        return new TextRidgeOptions(
                Math.max(100, 100_000. / visits), .3, 1, base.ridge().steadiness());
    }
}
