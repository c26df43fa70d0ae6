package org.consilium.tuning;

import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.NotFoundException;
import org.consilium.cohort.CohortService;
import org.consilium.job.Progress;
import org.consilium.recommend.ConceptMapping;
import org.consilium.recommend.RoutineItems;
import org.consilium.recommend.Vocabulary;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.TextEncoder;
import org.consilium.tuning.factor.TrainingOptions;
import org.jspecify.annotations.Nullable;

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

    /** Which visits of very frequent patients are taken; the same for every seed. */
    private static final long VISITS_SEED = 1;

    /** A base model of the other sites' patients, tuned on the local ones. */
    static final String NETWORK = "network";

    private final CohortService cohorts;
    private final FactorTrainer trainer;
    private final TextEncoder encoder;
    private final RoutineItems routine;
    private final ModelRegistry registry;
    private final ConceptMapping mapping;

    Comparison(
            CohortService cohorts,
            FactorTrainer trainer,
            TextEncoder encoder,
            RoutineItems routine,
            ModelRegistry registry,
            ConceptMapping mapping) {
        this.cohorts = cohorts;
        this.trainer = trainer;
        this.encoder = encoder;
        this.routine = routine;
        this.registry = registry;
        this.mapping = mapping;
    }

    ComparisonReport compare(EvaluationRequest request, Progress progress) {
        Cohort cohort = cohorts.byName(request.cohort());
        request.models().forEach(this::checkKnown);
        LearnedModel base =
                request.base() == null ? registry.shipped() : registry.learned(request.base());
        VisitCollector visits =
                new VisitCollector(
                        VisitOptions.asRecorded(LocalVisits.MOST_VISITS, VISITS_SEED)
                                .with(base.reading(mapping)));
        cohorts.forEachTimeline(cohort.id(), progress, visits::add);
        List<Fold> folds =
                new Folds(
                                visits.encode(
                                        new Vocabulary<>(List.of()), new Vocabulary<>(List.of())),
                                patient -> visits.traits(patient).site())
                        .of(request.split(), request.seeds());
        DomainMatch match = DomainMatcher.match(base, visits);
        FoldMaterial.Maker maker =
                new FoldMaterial.Maker(
                        visits, base, encoder, Baselines.NAMES.containsAll(request.models()));
        List<@Nullable Integer> sizes = sizes(request);
        Stepwise steps =
                new Stepwise(progress, folds.size() * sizes.size() * (request.models().size() + 1));
        ComparisonTally tally = new ComparisonTally(request, folds, visits.patients());
        for (Fold fold : folds) {
            for (Integer size : sizes) {
                steps.begin("Dividing the visits");
                FoldMaterial material =
                        maker.of(
                                fold,
                                request.split().learnFrom(),
                                size == null ? Integer.MAX_VALUE : size);
                steps.end();
                tally.add(material);
                for (String model : request.models()) {
                    steps.begin("Measuring " + model);
                    tally.add(model, size, measured(model, fold, material, match, request, steps));
                    steps.end();
                }
            }
        }
        return new Summaries(request, tally, sizes, notes(cohort, request, tally))
                .report(cohort.name(), progress);
    }

    private static List<@Nullable Integer> sizes(EvaluationRequest request) {
        List<@Nullable Integer> sizes = new ArrayList<>(request.trainPatients());
        if (sizes.isEmpty()) {
            sizes.add(null);
        }
        return sizes;
    }

    private void checkKnown(String model) {
        boolean made = model.equals(BASE) || isTrained(model);
        if (!made && !registry.exists(model)) {
            throw new NotFoundException("There is no model called " + model + ".");
        }
    }

    private static boolean isTrained(String model) {
        return List.of(TUNED, LOCAL, SCRATCH, NETWORK).contains(model)
                || Baselines.NAMES.contains(model);
    }

    private Measurement measured(
            String model,
            Fold fold,
            FoldMaterial material,
            DomainMatch match,
            EvaluationRequest request,
            Progress progress) {
        LocalVisits.Material visits = material.visits();
        if (model.equals(NETWORK)) {
            Network network = new Network(trainer, visits.base(), material.elsewhere(), progress);
            return new Measurement.Maker(
                            fold, material, routine, request.coldVisits(), request.recalibrated())
                    .of(network.ranker(visits.train()), true, network::ranker);
        }
        return new Measurement.Maker(
                        fold, material, routine, request.coldVisits(), request.recalibrated())
                .of(
                        ranker(model, visits, match, fold.seed(), progress),
                        isTrained(model),
                        train ->
                                ranker(
                                        model,
                                        new LocalVisits.Material(
                                                visits.base(),
                                                visits.known(),
                                                train,
                                                visits.test()),
                                        match,
                                        fold.seed(),
                                        progress));
    }

    private List<String> notes(Cohort cohort, EvaluationRequest request, ComparisonTally tally) {
        List<String> notes = new ArrayList<>(tally.notes());
        registry.summaries().stream()
                .filter(model -> request.models().contains(model.name()))
                .filter(model -> cohort.name().equals(model.cohort()))
                .forEach(model ->
                        notes.add(
                                "%s learned from this cohort: it may have seen the patients that are tested here."
                                        .formatted(model.name())));
        return notes;
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
                    new LearnedRanker(
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
                                            FactorTrainer.AfterEpoch.NOTHING));
            case BASE -> new LearnedRanker(BASE, material.base());
            default -> new TranslatedRanker(registry.named(model), train);
        };
    }

    /** As it would be served, calibration included. */
    private Ranker tuned(
            String name,
            LocalVisits.Material material,
            Transfer transfer,
            long seed,
            Progress progress) {
        EncodedVisits train = material.train();
        LearnedModel start = material.start(transfer);
        Learner learner = new Learner(trainer);
        Learner.Lesson lesson =
                lesson(name, train, TrainingOptions.fineTuning(train.patientCount(), seed), start);
        LearnedModel learned =
                learner.tuned(lesson, start, transfer, progress, FactorTrainer.AfterEpoch.NOTHING);
        ItemFilter shown =
                ItemFilter.clinicalOnly(start.terms().items(), item -> !routine.contains(item));
        return new LearnedRanker(
                name,
                learned.withCalibration(
                        new OutOfFold(learner, start, transfer, shown, progress)
                                .calibration(lesson)));
    }

    private static Learner.Lesson lesson(
            String name, EncodedVisits train, TrainingOptions options, LearnedModel base) {
        return new Learner.Lesson(name, "", train, options, base.provenance());
    }
}
