package org.consilium.tuning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.consilium.clinical.Cohort;
import org.consilium.cohort.CohortService;
import org.consilium.job.Job;
import org.consilium.job.Progress;
import org.consilium.recommend.RoutineItems;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.TextEncoder;

/**
 * Models: made, measured, served, taken back. Thread-safe; what is served changes only by promote
 * and rollback. The jobs are for the compute thread.
 */
public final class TuningService {
    private final CohortService cohorts;
    private final ModelRegistry registry;
    private final FactorTrainer trainer;
    private final TextEncoder encoder;
    private final RoutineItems routine;
    private final Clock clock;

    public TuningService(
            CohortService cohorts,
            ModelRegistry registry,
            FactorTrainer trainer,
            TextEncoder encoder,
            RoutineItems routine,
            Clock clock) {
        this.cohorts = cohorts;
        this.registry = registry;
        this.trainer = trainer;
        this.encoder = encoder;
        this.routine = routine;
        this.clock = clock;
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
        try {
            return Json.mapper().readValue(registry.record(model), FineTuneRun.class);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The record of the run that made " + model + " is damaged.", e);
        }
    }

    /**
     * A fine-tuning run as a job. The model it makes is kept, not served; cancelled it leaves
     * nothing.
     */
    public Job<FineTuneRun> tuning(TuneRequest request, EpochListener listener) {
        return progress -> tune(request, listener, progress);
    }

    private FineTuneRun tune(TuneRequest request, EpochListener listener, Progress progress)
            throws IOException {
        Cohort cohort = cohorts.byName(request.cohort());
        String baseName = request.base();
        LearnedModel base = baseName == null ? registry.shipped() : registry.learned(baseName);
        String name = request.name() == null ? freeName(cohort) : request.name();
        if (registry.exists(name)) {
            throw new IllegalArgumentException(
                    "There is already a model called " + name + ": choose another name.");
        }
        FineTuner.Tuned tuned =
                new FineTuner(cohorts, trainer, encoder, routine, clock)
                        .tune(base, cohort, name, request.seed(), progress, listener);
        progress.checkCancelled();
        String record = Json.mapper().writeValueAsString(tuned.run());
        registry.keep(
                tuned.model(), record, ModelCards.of(tuned.model(), tuned.run().evaluation()));
        return tuned.run();
    }

    private String freeName(Cohort cohort) {
        String stem =
                cohort.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-")
                        + "-"
                        + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        String name = stem;
        for (int number = 2; registry.exists(name); number++) {
            name = stem + "-" + number;
        }
        return name;
    }

    /** Models and baselines on held-out patients, as a job. */
    public Job<ComparisonReport> evaluating(EvaluationRequest request) {
        return progress ->
                new Comparison(cohorts, trainer, encoder, routine, registry)
                        .compare(request, progress);
    }

    /** Serves a model from now on. */
    public void promote(String model) {
        registry.promote(model);
    }

    /**
     * Serves again what was served before the last promotion.
     *
     * @return its name
     * @throws org.consilium.clinical.NotFoundException when nothing was served before
     */
    public String rollback() {
        return registry.rollback();
    }
}
