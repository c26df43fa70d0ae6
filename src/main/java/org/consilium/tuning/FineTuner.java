package org.consilium.tuning;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.consilium.clinical.Cohort;
import org.consilium.cohort.CohortService;
import org.consilium.job.Progress;
import org.consilium.recommend.ConceptMapping;
import org.consilium.recommend.EvidenceModel;
import org.consilium.recommend.Item;
import org.consilium.recommend.RoutineItems;
import org.consilium.recommend.Vocabulary;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.VisitMetrics;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.TextEncoder;
import org.consilium.tuning.factor.TrainingOptions;
import org.consilium.tuning.task.TaskScope;
import org.consilium.tuning.task.TaskUse;
import org.jspecify.annotations.Nullable;

/**
 * Fine-tunes a base model on a cohort. How much of the base model is transferred is decided first
 * ({@link TransferChooser}), then by which recipe ({@link RecipeMaker}): bias shrunk to local
 * counts, factors trained, ridge corrected in closed form. A quarter of the patients is held out
 * for before and after. For the compute thread only.
 */
public final class FineTuner {
    /** Below this there is nothing to learn from and to measure on. */
    static final int FEWEST_PATIENTS = 8;

    private final CohortService cohorts;
    private final FactorTrainer trainer;
    private final TextEncoder encoder;
    private final RoutineItems routine;
    private final ConceptMapping mapping;
    private final Clock clock;

    /**
     * @param mapping how records are shown to models
     */
    public FineTuner(
            CohortService cohorts,
            FactorTrainer trainer,
            TextEncoder encoder,
            RoutineItems routine,
            ConceptMapping mapping,
            Clock clock) {
        this.cohorts = cohorts;
        this.trainer = trainer;
        this.encoder = encoder;
        this.routine = routine;
        this.mapping = mapping;
        this.clock = clock;
    }

    /** The same, as if it were another time. */
    FineTuner at(Instant time) {
        return new FineTuner(
                cohorts, trainer, encoder, routine, mapping, Clock.fixed(time, ZoneOffset.UTC));
    }

    /** The tuned model as its file holds it, and the record of the run. */
    record Tuned(LearnedModel model, FineTuneRun run) {}

    /** All that a run works with once it is decided how to tune. */
    private record Prepared(
            LocalVisits visits,
            LocalVisits.Material material,
            FeedbackCollector.Gathered gathered,
            String input,
            RunRecord.Decided decided,
            LearnedModel start,
            Learner.Lesson lesson,
            @Nullable FeedbackUse use) {

        TrainingOptions options() {
            return lesson.options();
        }
    }

    /**
     * Begins a run or goes on with one; either way the same request and input give the same model.
     *
     * @param feedback sees nothing where none is to be learned from
     * @param served what recommendations come from now, which the tuned model is compared with
     * @param log of this run
     * @throws IllegalArgumentException when there are too few patients, what was prepared has
     *     changed, or what an interrupted run depends on
     */
    Tuned tune(
            LearnedModel base,
            Cohort cohort,
            FeedbackCollector feedback,
            EvidenceModel served,
            RunLog log,
            Progress progress,
            EpochListener listener)
            throws IOException {
        Prepared run = prepare(base, cohort, feedback, log, progress);
        LocalVisits.Material material = run.material();
        TuneRequest request = log.record().request();
        long seed = request.seed();
        tellBaselines(material, seed, progress, listener);
        TrainingCourse course = course(run, listener, log);
        if (run.decided().recipe().training() != null) {
            course.tellLayers();
        }
        LearnedModel kept = learned(run, progress, course);
        ItemFilter clinical = clinical(material.test().itemVocabulary());
        RunComparison comparison =
                new RunComparison(
                        new Learner(trainer),
                        material,
                        run.decided(),
                        run.lesson(),
                        clinical,
                        progress,
                        listener);
        EvaluationReport report = comparison.report(kept, run.use(), cohort.name());
        RunFindings findings =
                new FindingsMaker(run.visits(), material, clinical, served, seed, progress)
                        .of(kept, comparison.learning());
        FineTuneRun record =
                new FineTuneRun(
                        run.lesson().name(),
                        base.name(),
                        cohort.name(),
                        run.decided().transfer(),
                        run.decided().recipe(),
                        run.use(),
                        new RunOrigin(
                                request,
                                log.record().begun(),
                                run.input(),
                                run.visits().snapshot()),
                        kept.provenance(),
                        report,
                        findings,
                        course.losses(),
                        course.validation(),
                        log.seconds());
        return new Tuned(kept, record);
    }

    /** The model of a run that was decided before, without measuring it again. */
    LearnedModel again(
            LearnedModel base,
            Cohort cohort,
            FeedbackCollector feedback,
            RunLog log,
            Progress progress)
            throws IOException {
        Prepared run = prepare(base, cohort, feedback, log, progress);
        return learned(run, progress, FactorTrainer.AfterEpoch.NOTHING);
    }

    private Prepared prepare(
            LearnedModel base,
            Cohort cohort,
            FeedbackCollector feedback,
            RunLog log,
            Progress progress) {
        TuneRequest request = log.record().request();
        long seed = request.seed();
        TaskUse task = request.taskOrUsual();
        LocalVisits visits =
                LocalVisits.read(
                        cohorts,
                        cohort,
                        seed,
                        base.reading(mapping),
                        feedback,
                        task.scope(),
                        progress);
        checkEnough(visits, cohort, base);
        if (task.snapshot() != null && !task.snapshot().equals(visits.snapshot())) {
            throw InputChangedException.records(task.snapshot());
        }
        LocalVisits.Material material = visits.material(base, encoder, Integer.MAX_VALUE, seed);
        FeedbackCollector.Gathered gathered =
                feedback.over(material.base().terms(), material::trains, FeedbackCorrection.WEIGHT);
        String input = input(base, material, gathered.feedback());
        RunRecord.Decided decided = log.record().decided();
        if (decided == null) {
            decided = decide(request, visits.match(base), material, input, progress);
            log.decide(decided);
        } else if (!decided.input().equals(input)) {
            throw InputChangedException.since(String.valueOf(request.name()));
        }
        EncodedVisits train = material.train();
        TrainingOptions options =
                Objects.requireNonNullElseGet(
                        decided.recipe().training(),
                        () -> TrainingOptions.fineTuning(train.patientCount(), seed));
        FeedbackUse use = request.feedback() ? gathered.use() : null;
        Learner.Lesson lesson =
                new Learner.Lesson(
                        Objects.requireNonNull(request.name()),
                        cohort.name(),
                        train,
                        options,
                        provenance(base, train, decided, use, task, visits.snapshot(), seed));
        return new Prepared(
                visits,
                material,
                gathered,
                input,
                decided,
                material.start(decided.transfer().transfer()),
                lesson,
                use);
    }

    private static TrainingCourse course(Prepared run, EpochListener listener, RunLog log) {
        return new TrainingCourse(run.start(), run.material().test(), run.options(), listener, log);
    }

    private static void checkEnough(LocalVisits visits, Cohort cohort, LearnedModel base) {
        if (visits.patients() < FEWEST_PATIENTS) {
            throw new IllegalArgumentException(
                    "Fine-tuning needs at least %d patients with visits and %s has %d: until there are %d more, serve %s as it is."
                            .formatted(
                                    FEWEST_PATIENTS,
                                    cohort.name(),
                                    visits.patients(),
                                    FEWEST_PATIENTS - visits.patients(),
                                    base.name()));
        }
    }

    /** A hash of all that the run depends on, its request apart. */
    private String input(LearnedModel base, LocalVisits.Material material, Feedback feedback) {
        return VisitHash.of(material.train(), material.test(), feedback)
                + " "
                + base.provenance().dataHash()
                + " "
                + Versions.current(trainer.engine());
    }

    private RunRecord.Decided decide(
            TuneRequest request,
            DomainMatch match,
            LocalVisits.Material material,
            String input,
            Progress progress) {
        TransferChoice transfer =
                new TransferChooser(material, match, request.seed(), progress)
                        .choose(request.transfer());
        RecipeChoice recipe =
                new RecipeMaker(trainer, material.train(), request.seed(), clock, progress)
                        .make(
                                request.recipe(),
                                material.start(transfer.transfer()),
                                transfer.transfer());
        return new RunRecord.Decided(input, transfer, recipe);
    }

    private LearnedModel learned(
            Prepared run, Progress progress, FactorTrainer.AfterEpoch afterEpoch)
            throws IOException {
        Learner learner = new Learner(trainer);
        Transfer transfer = run.decided().transfer().transfer();
        LearnedModel start = run.start();
        LearnedModel learned = learner.tuned(run.lesson(), start, transfer, progress, afterEpoch);
        LearnedModel calibrated =
                learned.withCalibration(
                        new OutOfFold(
                                        learner,
                                        start,
                                        transfer,
                                        clinical(start.terms().items()),
                                        progress)
                                .calibration(run.lesson()));
        return new ModelFile()
                .rounded(
                        FeedbackCorrection.apply(
                                calibrated,
                                run.gathered().feedback(),
                                FeedbackCorrection.WEIGHT,
                                progress));
    }

    private static void tellBaselines(
            LocalVisits.Material material, long seed, Progress progress, EpochListener listener) {
        EncodedVisits test = material.test();
        List<Ranker> beside =
                List.of(
                        new LearnedRanker("untouched", material.base()),
                        Baselines.fit("popularity", material.train(), progress));
        for (Ranker ranker : beside) {
            VisitMetrics measured =
                    VisitMetrics.measure(ranker, test, ItemFilter.all(test.itemVocabulary()), seed);
            if (measured.size() > 0) {
                listener.baseline(ranker.name(), measured.mean(Metric.NDCG_10));
            }
        }
    }

    private ItemFilter clinical(Vocabulary<Item> items) {
        return ItemFilter.clinicalOnly(items, item -> !routine.contains(item));
    }

    private Provenance provenance(
            LearnedModel base,
            EncodedVisits train,
            RunRecord.Decided decided,
            @Nullable FeedbackUse feedback,
            TaskUse task,
            String snapshot,
            long seed) {
        Transfer transfer = decided.transfer().transfer();
        RecipeChoice recipe = decided.recipe();
        Map<String, String> chosen = new TreeMap<>();
        chosen.put("transfer", transfer.words());
        if (transfer == Transfer.NONE) {
            chosen.put("ridge", LocalPenalty.WORDS);
        } else if (transfer != Transfer.UNCHANGED && recipe.training() == null) {
            chosen.put("ridge", Learner.correction(train.size(), base).toString());
        } else if (recipe.training() != null) {
            chosen.put("preset", recipe.preset().words());
            chosen.put("training", recipe.training().toString());
            chosen.put("ridgeWeight", String.valueOf(Learner.TUNED_RIDGE_WEIGHT));
        }
        chosen.put("mostVisits", String.valueOf(LocalVisits.MOST_VISITS));
        chosen.put("feedback", feedback == null ? "left out" : feedback.toString());
        chosen.put("snapshot", snapshot);
        if (!task.scope().equals(TaskScope.ALL)) {
            chosen.put("task", task.scope().words());
        }
        chosen.put("heldOut", String.valueOf(LocalVisits.TEST));
        Map<String, String> versions = new TreeMap<>(Versions.current(trainer.engine()));
        versions.put("base", base.name() + " " + base.provenance().dataHash());
        return new Provenance(
                VisitHash.of(train),
                train.patientCount(),
                train.size(),
                seed,
                chosen,
                versions,
                clock.instant());
    }
}
