package org.consilium.tuning;

import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.Cohort;
import org.consilium.cohort.CohortService;
import org.consilium.job.Progress;
import org.consilium.recommend.Item;
import org.consilium.recommend.RoutineItems;
import org.consilium.recommend.Vocabulary;
import org.consilium.tuning.evaluation.EvaluationOptions;
import org.consilium.tuning.evaluation.Evaluator;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.TextEncoder;
import org.consilium.tuning.factor.TrainingOptions;

/**
 * Models and baselines on the same held-out patients of a cohort, for several numbers of training
 * patients and seeds. For the compute thread only.
 */
final class Comparison {
    /** The shipped base model, untouched. */
    static final String BASE = "base";

    /** The base model tuned on the training patients. */
    static final String TUNED = "tuned";

    /** The same model learned from the training patients alone. */
    static final String SCRATCH = "scratch";

    private final CohortService cohorts;
    private final FactorTrainer trainer;
    private final TextEncoder encoder;
    private final RoutineItems routine;
    private final ModelRegistry registry;

    Comparison(
            CohortService cohorts,
            FactorTrainer trainer,
            TextEncoder encoder,
            RoutineItems routine,
            ModelRegistry registry) {
        this.cohorts = cohorts;
        this.trainer = trainer;
        this.encoder = encoder;
        this.routine = routine;
        this.registry = registry;
    }

    EvaluationReport compare(EvaluationRequest request, Progress progress) {
        Cohort cohort = cohorts.byName(request.cohort());
        List<Integer> sizes =
                request.trainPatients().isEmpty()
                        ? List.of(Integer.MAX_VALUE)
                        : request.trainPatients();
        List<MetricRow> rows = new ArrayList<>();
        int heldOut = 0;
        for (long seed = 1; seed <= request.seeds(); seed++) {
            LocalVisits visits = LocalVisits.read(cohorts, cohort, seed, progress);
            for (int size : sizes) {
                LocalVisits.Material material =
                        visits.material(registry.shipped(), encoder, size, seed);
                heldOut = material.test().patientCount();
                for (String model : request.models()) {
                    progress.checkCancelled();
                    rows.addAll(rows(model, material, seed, progress));
                }
            }
        }
        String split =
                "by patient, a quarter held out (%d patients), seeds 1 to %d"
                        .formatted(heldOut, request.seeds());
        return new EvaluationReport(cohort.name(), split, rows, List.of());
    }

    private List<MetricRow> rows(
            String model, LocalVisits.Material material, long seed, Progress progress) {
        Vocabulary<Item> items = material.test().itemVocabulary();
        List<ItemFilter> filters =
                List.of(
                        ItemFilter.clinicalOnly(items, item -> !routine.contains(item)),
                        ItemFilter.all(items));
        boolean trained =
                model.equals(TUNED) || model.equals(SCRATCH) || Baselines.NAMES.contains(model);
        return new Evaluator(EvaluationOptions.withSeed(seed))
                .evaluate(
                        ranker(model, material, seed, progress),
                        material.test(),
                        filters,
                        trained ? material.train().patientCount() : 0);
    }

    private Ranker ranker(
            String model, LocalVisits.Material material, long seed, Progress progress) {
        EncodedVisits train = material.train();
        LearnedModel base = material.base();
        Learner learner = new Learner(trainer);
        if (Baselines.NAMES.contains(model)) {
            return Baselines.fit(model, train, progress);
        }
        TrainingOptions tuning = TrainingOptions.fineTuning(train.patientCount(), seed);
        return switch (model) {
            case TUNED ->
                    new EvidenceRanker(
                            TUNED,
                            learner.tuned(
                                            lesson(TUNED, train, tuning, base),
                                            base,
                                            progress,
                                            FactorTrainer.AfterEpoch.NOTHING)
                                    .evidence());
            case SCRATCH ->
                    new EvidenceRanker(
                            SCRATCH,
                            learner.fresh(
                                            lesson(
                                                    SCRATCH,
                                                    train,
                                                    TrainingOptions.fromScratch(seed),
                                                    base),
                                            base.terms(),
                                            progress,
                                            FactorTrainer.AfterEpoch.NOTHING)
                                    .evidence());
            case BASE -> new EvidenceRanker(BASE, base.evidence());
            default -> new TranslatedRanker(registry.named(model), train);
        };
    }

    private static Learner.Lesson lesson(
            String name, EncodedVisits train, TrainingOptions options, LearnedModel base) {
        return new Learner.Lesson(name, "", train, options, base.provenance());
    }
}
