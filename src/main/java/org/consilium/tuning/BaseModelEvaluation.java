package org.consilium.tuning;

import java.util.ArrayList;
import java.util.List;
import org.consilium.job.Progress;
import org.consilium.recommend.EvidenceModel;
import org.consilium.recommend.Item;
import org.consilium.recommend.Role;
import org.consilium.recommend.RoutineItems;
import org.consilium.recommend.Vocabulary;
import org.consilium.tuning.baseline.ItemKnn;
import org.consilium.tuning.baseline.Popularity;
import org.consilium.tuning.baseline.PopularityGivenConditions;
import org.consilium.tuning.baseline.RidgeWeights;
import org.consilium.tuning.evaluation.Calibration;
import org.consilium.tuning.evaluation.Coverage;
import org.consilium.tuning.evaluation.EvaluationOptions;
import org.consilium.tuning.evaluation.Evaluator;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.Reliability;
import org.consilium.tuning.evaluation.Split;

/**
 * A base model beside every baseline on the test patients, with the visit's diagnoses shown and
 * hidden.
 *
 * @param unknownTargets which part of the test visits' targets is not in the vocabulary
 */
record BaseModelEvaluation(RoutineItems routine, BaseModelOptions options, double unknownTargets) {
    /** What a ranker's name ends with where it was not shown the visit's own diagnoses. */
    static final String HIDDEN = " (visit's diagnoses hidden)";

    private static final int BINS = 10;
    private static final int SHOWN = 10;

    EvaluationReport report(LearnedModel model, Split split, Progress progress) {
        Vocabulary<Item> items = split.test().itemVocabulary();
        ItemFilter clinical = ItemFilter.clinicalOnly(items, item -> !routine.contains(item));
        List<ItemFilter> filters = List.of(ItemFilter.all(items), clinical);
        EvidenceModel evidence = model.evidence();
        List<Ranker> rankers = rankers(model, evidence, split.train(), progress);
        Evaluator evaluator = new Evaluator(EvaluationOptions.withSeed(options.splitSeed()));
        EncodedVisits hidden = split.test().without(Role.CONDITION_NOW);
        int patients = split.train().patientCount();
        List<MetricRow> rows = new ArrayList<>();
        for (Ranker each : rankers) {
            rows.addAll(evaluator.evaluate(each, split.test(), filters, patients));
        }
        for (Ranker each : rankers) {
            rows.addAll(evaluator.evaluate(new Blind(each), hidden, filters, patients));
        }
        return new EvaluationReport(
                options.population(),
                "by patient, %,d train, %,d validation, %,d test, seed %d"
                        .formatted(
                                patients,
                                split.validation().patientCount(),
                                split.test().patientCount(),
                                options.splitSeed()),
                rows,
                notes(rankers.getFirst(), evidence, split, clinical));
    }

    private static List<Ranker> rankers(
            LearnedModel model, EvidenceModel evidence, EncodedVisits train, Progress progress) {
        Ranker ridge =
                model.factors().isNone()
                        ? Baselines.fit("ridge", train, progress)
                        : RidgeWeights.ranker("ridge", model.ridge().rows());
        return List.of(
                new EvidenceRanker(model.name(), evidence),
                ridge,
                ItemKnn.fit(train, ItemKnn.Options.DEFAULT),
                PopularityGivenConditions.fit(train, PopularityGivenConditions.Options.DEFAULT),
                Popularity.fit(train));
    }

    private List<String> notes(
            Ranker ranker, EvidenceModel evidence, Split split, ItemFilter clinical) {
        Calibration calibration =
                Calibration.measure(
                        ranker, split.test(), clinical, evidence.calibration()::probability, BINS);
        Coverage coverage =
                Coverage.measure(ranker, split.test(), clinical, SHOWN, options.splitSeed());
        List<String> notes = new ArrayList<>();
        if (options.recipe() == BaseModelOptions.Recipe.BEST) {
            notes.add(
                    "Measured on a model of the training patients; what is kept has then learned from all patients, by the same recipe.");
        }
        notes.addAll(
                List.of(
                        "Up to %d visits a patient, drawn at random."
                                .formatted(options.mostVisits()),
                        "%.2f%% of the test visits' targets are items too rare in training to be known: they are not counted."
                                .formatted(100 * unknownTargets),
                        "Expected calibration error on clinical items: %.4f over %d bins, %.4f over those from .1 to .9; fitted on the validation patients."
                                .formatted(
                                        calibration.expectedCalibrationError(),
                                        BINS,
                                        calibration.errorWithin(Reliability.LOW, Reliability.HIGH)),
                        "Reliability, mean probability -> part started: "
                                + reliability(calibration)
                                + ".",
                        "Of %d clinical items %d were among the first %d of some test visit."
                                .formatted(coverage.items(), coverage.shown(), SHOWN)));
        return notes;
    }

    private static String reliability(Calibration calibration) {
        return String.join(
                ", ",
                calibration.bins().stream()
                        .map(bin ->
                                "%.2f -> %.2f".formatted(bin.meanProbability(), bin.observedRate()))
                        .toList());
    }

    /** The same ranker under the name that its rows on visits without diagnoses have. */
    private record Blind(Ranker ranker) implements Ranker {
        @Override
        public String name() {
            return ranker.name() + HIDDEN;
        }

        @Override
        public void score(int[] facts, float[] scores) {
            ranker.score(facts, scores);
        }
    }
}
