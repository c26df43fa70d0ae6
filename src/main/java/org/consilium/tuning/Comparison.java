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

    /** The base model tuned on the training patients, as much of it as suits them. */
    static final String TUNED = "tuned";

    /** A ridge with a text kernel of the training patients alone: no transfer. */
    static final String LOCAL = "local";

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
        LearnedModel base =
                request.base() == null ? registry.shipped() : registry.learned(request.base());
        List<MetricRow> rows = new ArrayList<>();
        int heldOut = 0;
        for (long seed = 1; seed <= request.seeds(); seed++) {
            LocalVisits visits = LocalVisits.read(cohorts, cohort, seed, progress);
            for (int size : sizes) {
                LocalVisits.Material material = visits.material(base, encoder, size, seed);
                heldOut = material.test().patientCount();
                for (String model : request.models()) {
                    progress.checkCancelled();
                    rows.addAll(rows(model, material, visits.match(base), seed, progress));
                }
            }
        }
        String split =
                "by patient, a quarter held out (%d patients), seeds 1 to %d"
                        .formatted(heldOut, request.seeds());
        return new EvaluationReport(cohort.name(), split, rows, List.of());
    }

    private List<MetricRow> rows(
            String model,
            LocalVisits.Material material,
            DomainMatch match,
            long seed,
            Progress progress) {
        Vocabulary<Item> items = material.test().itemVocabulary();
        List<ItemFilter> filters =
                List.of(
                        ItemFilter.clinicalOnly(items, item -> !routine.contains(item)),
                        ItemFilter.all(items));
        boolean trained =
                List.of(TUNED, LOCAL, SCRATCH).contains(model) || Baselines.NAMES.contains(model);
        return new Evaluator(EvaluationOptions.withSeed(seed))
                .evaluate(
                        ranker(model, material, match, seed, progress),
                        material.test(),
                        filters,
                        trained ? material.train().patientCount() : 0);
    }

    private Ranker ranker(
            String model,
            LocalVisits.Material material,
            DomainMatch match,
            long seed,
            Progress progress) {
        EncodedVisits train = material.train();
        if (Baselines.NAMES.contains(model)) {
            return Baselines.fit(model, train, progress);
        }
        return switch (model) {
            case TUNED -> {
                TransferChoice choice =
                        new TransferChooser(material, match, seed, progress).choose(null);
                yield tuned(TUNED, material, choice.transfer(), seed, progress);
            }
            case LOCAL -> tuned(LOCAL, material, Transfer.NONE, seed, progress);
            case SCRATCH ->
                    new EvidenceRanker(
                            SCRATCH,
                            new Learner(trainer)
                                    .fresh(
                                            lesson(
                                                    SCRATCH,
                                                    train,
                                                    TrainingOptions.fromScratch(seed),
                                                    material.base()),
                                            material.base().terms(),
                                            progress,
                                            FactorTrainer.AfterEpoch.NOTHING)
                                    .evidence());
            case BASE -> new EvidenceRanker(BASE, material.base().evidence());
            default -> new TranslatedRanker(registry.named(model), train);
        };
    }

    private Ranker tuned(
            String name,
            LocalVisits.Material material,
            Transfer transfer,
            long seed,
            Progress progress) {
        EncodedVisits train = material.train();
        LearnedModel start = material.start(transfer);
        TrainingOptions tuning = TrainingOptions.fineTuning(train.patientCount(), seed);
        return new EvidenceRanker(
                name,
                new Learner(trainer)
                        .tuned(
                                lesson(name, train, tuning, start),
                                start,
                                transfer,
                                progress,
                                FactorTrainer.AfterEpoch.NOTHING)
                        .evidence());
    }

    private static Learner.Lesson lesson(
            String name, EncodedVisits train, TrainingOptions options, LearnedModel base) {
        return new Learner.Lesson(name, "", train, options, base.provenance());
    }
}
