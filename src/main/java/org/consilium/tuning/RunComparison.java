package org.consilium.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.consilium.job.Progress;
import org.consilium.recommend.Item;
import org.consilium.recommend.Vocabulary;
import org.consilium.tuning.evaluation.EvaluationOptions;
import org.consilium.tuning.evaluation.Evaluator;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.Splits;
import org.consilium.tuning.evaluation.VisitMetrics;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.TrainingOptions;
import org.jspecify.annotations.Nullable;

/**
 * A tuned model beside the one it started from, the same learned from nothing, and baselines, on
 * the held-out patients; and how it would have done with fewer patients. For the compute thread
 * only.
 *
 * @param clinical items that are neither routine nor administrative
 */
record RunComparison(
        Learner learner,
        LocalVisits.Material material,
        RunRecord.Decided decided,
        Learner.Lesson lesson,
        ItemFilter clinical,
        Progress progress,
        EpochListener listener) {
    static final String SCRATCH = "scratch";

    /**
     * Training patients of the learning curve, up to two thirds of all; more would take longer than
     * they tell.
     */
    private static final List<Integer> SIZES = List.of(25, 50, 100, 200, 400);

    private static final int FEW_HELD_OUT = 50;

    EvaluationReport report(LearnedModel learned, @Nullable FeedbackUse feedback, String cohort) {
        List<Ranker> rankers = new ArrayList<>();
        rankers.add(new LearnedRanker("before", material.base()));
        rankers.add(new LearnedRanker("after", learned));
        if (learnsFromBase()) {
            listener.stage("Learning the same from nothing, to compare");
            rankers.add(new LearnedRanker(SCRATCH, scratch(material.train())));
        }
        for (String name : Baselines.QUICK) {
            rankers.add(Baselines.fit(name, material.train(), progress));
        }
        Evaluator evaluator = new Evaluator(EvaluationOptions.withSeed(seed()));
        Vocabulary<Item> items = material.test().itemVocabulary();
        List<ItemFilter> filters = List.of(clinical, ItemFilter.all(items));
        int patients = material.train().patientCount();
        List<MetricRow> rows = new ArrayList<>();
        for (Ranker ranker : rankers) {
            boolean untouched = ranker.name().equals("before");
            rows.addAll(
                    evaluator.evaluate(ranker, material.test(), filters, untouched ? 0 : patients));
        }
        String split =
                "by patient: %d to learn from, %d held out, seed %d"
                        .formatted(patients, material.test().patientCount(), seed());
        return new EvaluationReport(cohort, split, rows, notes(feedback));
    }

    private long seed() {
        return lesson.options().seed();
    }

    private boolean learnsFromBase() {
        return decided.transfer().transfer() != Transfer.NONE;
    }

    private List<String> notes(@Nullable FeedbackUse feedback) {
        List<String> notes = new ArrayList<>();
        TransferChoice transfer = decided.transfer();
        notes.add("Transfer %s. %s".formatted(transfer.transfer().words(), transfer.reason()));
        if (feedback == null) {
            notes.add("Decisions on recommendations were left out.");
        } else if (feedback.all() > 0) {
            notes.add(feedback.words());
        }
        int held = material.test().patientCount();
        if (held < FEW_HELD_OUT) {
            notes.add(
                    "Only %d patients are held out: read the intervals, not the means."
                            .formatted(held));
        }
        return notes;
    }

    /** From the same patients alone, by the recipe for that. */
    private LearnedModel scratch(EncodedVisits train) {
        LearnedModel base = material.base();
        Learner.Lesson alone = lesson.over(train).with(TrainingOptions.fromScratch(seed()));
        return base.factors().isNone()
                ? learner.tuned(
                        alone,
                        material.start(Transfer.NONE),
                        Transfer.NONE,
                        quiet(),
                        FactorTrainer.AfterEpoch.NOTHING)
                : learner.fresh(alone, base.terms(), quiet(), FactorTrainer.AfterEpoch.NOTHING);
    }

    /**
     * NDCG@10 over clinical items when fewer patients are learned from, each size among the next;
     * empty where it was to be quick, nothing is learned, or there are too few patients.
     */
    List<LearningPoint> learning() {
        boolean asked = decided.recipe().preset() != Preset.QUICK;
        if (!asked || decided.transfer().transfer() == Transfer.UNCHANGED) {
            return List.of();
        }
        List<LearningPoint> points = new ArrayList<>();
        for (int size : SIZES) {
            if (3 * size <= 2 * material.train().patientCount()) {
                listener.stage("Learning from %d patients, to compare".formatted(size));
                progress.checkCancelled();
                EncodedVisits some = Splits.patients(material.train(), size, seed());
                Estimate tuned = ndcg(tuned(some));
                if (tuned != null) {
                    points.add(
                            new LearningPoint(
                                    size, tuned, learnsFromBase() ? ndcg(scratch(some)) : null));
                }
            }
        }
        return points;
    }

    private LearnedModel tuned(EncodedVisits train) {
        Transfer transfer = decided.transfer().transfer();
        return learner.tuned(
                lesson.over(train),
                material.start(transfer),
                transfer,
                quiet(),
                FactorTrainer.AfterEpoch.NOTHING);
    }

    private @Nullable Estimate ndcg(LearnedModel model) {
        VisitMetrics measured =
                VisitMetrics.measure(
                        new LearnedRanker(model.name(), model), material.test(), clinical, seed());
        return measured.size() == 0
                ? null
                : Objects.requireNonNull(
                        new Evaluator(EvaluationOptions.withSeed(seed()))
                                .metrics(measured)
                                .get(Metric.NDCG_10));
    }

    /** Epochs of what is only compared with are not the run's. */
    private Progress quiet() {
        return OutOfFold.quiet(progress);
    }
}
