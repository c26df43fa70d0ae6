package org.consilium.tuning;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.NotFoundException;
import org.consilium.cohort.CohortService;
import org.consilium.job.Job;
import org.consilium.recommend.ConceptMapping;
import org.consilium.recommend.RoutineItems;
import org.consilium.store.DecisionRepository;
import org.consilium.store.TuningRunRepository;
import org.consilium.store.TuningTaskRepository;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.TextEncoder;
import org.consilium.tuning.monitor.MonitorReport;
import org.jspecify.annotations.Nullable;

/**
 * Models: made, measured, served, taken back. Thread-safe; what is served changes only by promote
 * and rollback. The jobs are for the compute thread.
 */
public final class TuningService {
    /** Which visits of very frequent patients are looked at for a match. */
    private static final long MATCH_SEED = 1;

    private final CohortService cohorts;
    private final ModelRegistry registry;
    private final FactorTrainer trainer;
    private final TextEncoder encoder;
    private final RoutineItems routine;
    private final ConceptMapping mapping;
    private final Clock clock;
    private final TuningRuns runs;
    private final TuningTasks tasks;
    private final Deployment deployment;
    private final DecisionRepository decisions;
    private final Reproducer reproducer;

    /**
     * @param mapping how records are shown to models
     */
    public TuningService(
            CohortService cohorts,
            ModelRegistry registry,
            FactorTrainer trainer,
            TextEncoder encoder,
            RoutineItems routine,
            ConceptMapping mapping,
            TuningRunRepository unfinished,
            TuningTaskRepository defined,
            DecisionRepository decisions,
            Deployment deployment,
            Clock clock) {
        this.cohorts = cohorts;
        this.registry = registry;
        this.trainer = trainer;
        this.encoder = encoder;
        this.routine = routine;
        this.mapping = mapping;
        this.deployment = deployment;
        this.decisions = decisions;
        this.clock = clock;
        FineTuner tuner = new FineTuner(cohorts, trainer, encoder, routine, mapping, clock);
        this.reproducer = new Reproducer(cohorts, registry, tuner, decisions, trainer.engine());
        this.runs = new TuningRuns(cohorts, registry, tuner, unfinished, decisions, clock);
        this.tasks = new TuningTasks(cohorts, defined, runs, mapping, clock);
    }

    /** Base models first, then tuned ones, the latest first. */
    public List<ModelSummary> models() {
        return registry.summaries();
    }

    /**
     * @throws org.consilium.clinical.NotFoundException when there is no such model
     */
    public String card(String model) {
        return registry.card(model);
    }

    /**
     * The record of the run that made a tuned model.
     *
     * @throws org.consilium.clinical.NotFoundException when there is no such tuned model
     */
    public FineTuneRun run(String model) {
        return registry.run(model)
                .orElseThrow(() -> new NotFoundException(model + " was not tuned here."));
    }

    /**
     * Whose first five change most from the model that a tuned one was tuned from, over the latest
     * visit of every patient of its cohort, as a job.
     *
     * @param most how many
     */
    public Job<List<TopChange>> changes(String model, int most) {
        return progress -> {
            FineTuneRun run = run(model);
            return new TopChanges(cohorts, routine, mapping, progress)
                    .most(
                            cohorts.byName(run.cohort()),
                            registry.learned(run.base()),
                            registry.learned(model),
                            most);
        };
    }

    /** How the served model does on a cohort as time goes by, as a job. */
    public Job<MonitorReport> monitoring(String cohort) {
        return progress ->
                new Monitor(cohorts, decisions, routine, mapping, progress)
                        .report(cohorts.byName(cohort), registry.learned(registry.servedName()));
    }

    /** As {@link TuningRuns#beginning}. */
    public Job<FineTuneRun> tuning(TuneRequest request, EpochListener listener) {
        return runs.beginning(request, listener);
    }

    /** Capsules, and models made again from them. */
    public Reproducer reproducer() {
        return reproducer;
    }

    /** Tunings that are defined, and what is prepared for them. */
    public TuningTasks tasks() {
        return tasks;
    }

    /** Runs that were interrupted, and how to go on with them. */
    public TuningRuns runs() {
        return runs;
    }

    /**
     * How well each base model fits a cohort, the best first, as a job.
     *
     * @param model the only one to look at; null for all
     */
    public Job<List<DomainMatch>> matching(String cohort, @Nullable String model) {
        return progress -> {
            Cohort local = cohorts.byName(cohort);
            List<String> names =
                    model == null
                            ? registry.summaries().stream()
                                    .filter(each -> each.base() == null)
                                    .map(ModelSummary::name)
                                    .toList()
                            : List.of(model);
            Stepwise steps = new Stepwise(progress, names.size());
            List<DomainMatch> matches = new ArrayList<>();
            for (String name : names) {
                steps.begin("Matching " + name);
                LearnedModel base = registry.learned(name);
                matches.add(
                        LocalVisits.read(cohorts, local, MATCH_SEED, base.reading(mapping), steps)
                                .match(base));
                steps.end();
            }
            matches.sort(
                    Comparator.comparingDouble((DomainMatch match) ->
                                    match.knownFactUse() + match.knownItemUse())
                            .reversed());
            return List.copyOf(matches);
        };
    }

    /**
     * Makes a base model of a cohort, as a job: real records for others that share their codes. It
     * is kept, not served; cancelled it leaves nothing.
     */
    public Job<EvaluationReport> preTraining(PreTrainRequest request) {
        return progress -> {
            Cohort cohort = cohorts.byName(request.cohort());
            if (registry.exists(request.name())) {
                throw new IllegalArgumentException(
                        "There is already a model called "
                                + request.name()
                                + ": choose another name.");
            }
            BaseModelOptions options = request.options(cohort.name());
            VisitCollector visits =
                    new VisitCollector(
                            VisitOptions.asRecorded(options.mostVisits(), options.splitSeed())
                                    .with(mapping)
                                    .of(request.ages()));
            cohorts.forEachTimeline(
                    cohort.id(),
                    progress,
                    timeline -> {
                        if (request.takes(timeline.patient().site())) {
                            visits.add(timeline);
                        }
                    });
            BaseModelMaker.Made made =
                    new BaseModelMaker(trainer, encoder, routine, clock)
                            .make(visits, options, progress);
            progress.checkCancelled();
            registry.keep(
                    made.model(),
                    Json.mapper().writeValueAsString(made.report()),
                    ModelCards.of(made.model(), made.report()));
            return made.report();
        };
    }

    /** Models and baselines on held-out patients, as a job. */
    public Job<ComparisonReport> evaluating(EvaluationRequest request) {
        return progress ->
                new Comparison(cohorts, trainer, encoder, routine, registry, mapping)
                        .compare(request, progress);
    }

    /** What is served, and how that is changed. */
    public Deployment deployment() {
        return deployment;
    }

    /**
     * Serves a model from now on.
     *
     * @throws PromotionBlockedException when it is held back
     */
    public void promote(String model) {
        deployment.promote(model, null);
    }

    /**
     * Serves again what was served before the last promotion.
     *
     * @return its name
     * @throws org.consilium.clinical.NotFoundException when nothing was served before
     */
    public String rollback() {
        return deployment.rollback();
    }
}
