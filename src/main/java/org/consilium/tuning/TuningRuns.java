package org.consilium.tuning;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.Decision;
import org.consilium.clinical.NotFoundException;
import org.consilium.clinical.StandingDecisions;
import org.consilium.cohort.CohortService;
import org.consilium.job.Job;
import org.consilium.job.Progress;
import org.consilium.store.DecisionRepository;
import org.consilium.store.TuningRunRepository;
import org.consilium.store.TuningRunRow;

/**
 * Fine-tuning runs from their beginning to the model they make. A run that this process does not
 * work on and that is still written down was interrupted: it can be gone on with or discarded, and
 * ends with the same model as if it never had been. A run that ends by itself, also by being
 * cancelled, leaves nothing but its model. Thread-safe; the jobs are for the compute thread.
 */
public final class TuningRuns {
    private final CohortService cohorts;
    private final ModelRegistry registry;
    private final FineTuner tuner;
    private final TuningRunRepository repository;
    private final DecisionRepository decisions;
    private final Clock clock;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    TuningRuns(
            CohortService cohorts,
            ModelRegistry registry,
            FineTuner tuner,
            TuningRunRepository repository,
            DecisionRepository decisions,
            Clock clock) {
        this.cohorts = cohorts;
        this.registry = registry;
        this.tuner = tuner;
        this.repository = repository;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** What can be done with a cohort, and which decisions would be learned from. */
    public Readiness readiness(String cohortName) {
        Cohort cohort = cohorts.byName(cohortName);
        return readiness(cohort, cohort.patients());
    }

    /**
     * @param patients of the cohort who are learned from or held out
     */
    Readiness readiness(Cohort cohort, int patients) {
        int accepted = 0;
        int declined = 0;
        int silent = 0;
        for (Decision decision : StandingDecisions.of(decisions.ofCohort(cohort.id()))) {
            Optional<Boolean> wanted = Feedback.wanted(decision);
            accepted += wanted.equals(Optional.of(true)) ? 1 : 0;
            declined += wanted.equals(Optional.of(false)) ? 1 : 0;
            silent += wanted.isEmpty() ? 1 : 0;
        }
        return new Readiness(patients, accepted, declined, silent);
    }

    /** Runs whose process ended before they did, the latest first. */
    public List<InterruptedRun> interrupted() {
        return repository.rows().stream()
                .filter(row -> !underWay.contains(row.name()))
                .map(TuningRuns::interrupted)
                .toList();
    }

    private static InterruptedRun interrupted(TuningRunRow row) {
        RunRecord record = RunLog.record(row);
        RunRecord.Trained trained = record.trained();
        return new InterruptedRun(
                row.name(),
                record.request().cohort(),
                record.request().base(),
                row.begun(),
                trained == null ? 0 : trained.epoch(),
                trained == null ? 0 : trained.of());
    }

    /**
     * A fine-tuning run as a job. The model it makes is kept, not served; cancelled it leaves
     * nothing; killed it can be gone on with.
     */
    public Job<FineTuneRun> beginning(TuneRequest wanted, EpochListener listener) {
        return progress -> {
            Cohort cohort = cohorts.byName(wanted.cohort());
            String given = wanted.name();
            TuneRequest request = wanted.named(given == null ? freeName(cohort) : given);
            String name = String.valueOf(request.name());
            checkFree(name);
            RunRecord record = new RunRecord(request, clock.instant(), 0, null, null);
            claim(name);
            try {
                RunLog log = RunLog.begin(repository, record, cohort.id());
                try {
                    return finish(log, cohort, progress, listener);
                } finally {
                    repository.remove(name);
                }
            } finally {
                underWay.remove(name);
            }
        };
    }

    /**
     * Goes on with an interrupted run, as a job: with its request, from its latest checkpoint.
     * Cancelled it leaves nothing; when it fails it stays to be discarded.
     */
    public Job<FineTuneRun> resuming(String name, EpochListener listener) {
        return progress -> {
            TuningRunRow row = repository.row(name).orElseThrow(() -> unknown(name));
            claim(name);
            try {
                RunLog log = RunLog.resume(repository, row);
                Cohort cohort = cohorts.byName(log.record().request().cohort());
                return finish(log, cohort, progress, listener);
            } catch (CancellationException e) {
                repository.remove(name);
                throw e;
            } finally {
                underWay.remove(name);
            }
        };
    }

    /**
     * Removes an interrupted run and what it learned.
     *
     * @throws NotFoundException when there is no such run
     */
    public void discard(String name) {
        if (underWay.contains(name) || repository.row(name).isEmpty()) {
            throw unknown(name);
        }
        repository.remove(name);
    }

    private FineTuneRun finish(RunLog log, Cohort cohort, Progress progress, EpochListener listener)
            throws IOException {
        TuneRequest request = log.record().request();
        String baseName = request.base();
        LearnedModel base = baseName == null ? registry.shipped() : registry.learned(baseName);
        FeedbackCollector feedback =
                request.feedback()
                        ? FeedbackCollector.of(
                                decisions.ofCohort(cohort.id()), log.record().begun())
                        : FeedbackCollector.none();
        FineTuner.Tuned tuned =
                tuner.tune(base, cohort, feedback, registry.served(), log, progress, listener);
        progress.checkCancelled();
        registry.keep(
                tuned.model(),
                Json.mapper().writeValueAsString(tuned.run()),
                ModelCards.of(tuned.model(), tuned.run()));
        return tuned.run();
    }

    private void claim(String name) {
        if (!underWay.add(name)) {
            throw new IllegalArgumentException("The run " + name + " is under way.");
        }
    }

    private void checkFree(String name) {
        if (registry.exists(name)) {
            throw new IllegalArgumentException(
                    "There is already a model called " + name + ": choose another name.");
        }
    }

    private String freeName(Cohort cohort) {
        String stem =
                cohort.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-")
                        + "-"
                        + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        String name = stem;
        for (int number = 2; isTaken(name); number++) {
            name = stem + "-" + number;
        }
        return name;
    }

    private boolean isTaken(String name) {
        return registry.exists(name) || repository.row(name).isPresent();
    }

    private static NotFoundException unknown(String name) {
        return new NotFoundException("There is no interrupted run called " + name + ".");
    }
}
