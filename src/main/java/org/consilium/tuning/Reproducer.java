package org.consilium.tuning;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.consilium.clinical.Cohort;
import org.consilium.cohort.CohortService;
import org.consilium.job.Job;
import org.consilium.job.Progress;
import org.consilium.store.DecisionRepository;
import org.consilium.tuning.federated.SigningKey;
import org.consilium.tuning.task.TaskUse;

/**
 * Capsules of tuned models, and models made again from them. Nothing is kept and nothing is served
 * by it. Thread-safe; the jobs are for the compute thread.
 */
public final class Reproducer {
    private final CohortService cohorts;
    private final ModelRegistry registry;
    private final FineTuner tuner;
    private final DecisionRepository decisions;
    private final String engine;

    Reproducer(
            CohortService cohorts,
            ModelRegistry registry,
            FineTuner tuner,
            DecisionRepository decisions,
            String engine) {
        this.cohorts = cohorts;
        this.registry = registry;
        this.tuner = tuner;
        this.decisions = decisions;
        this.engine = engine;
    }

    /**
     * @throws IllegalArgumentException when the model was not tuned here, or before there were
     *     capsules
     */
    public Capsule capsule(String model) throws IOException {
        FineTuneRun run = registry.isShipped(model) ? null : registry.run(model).orElse(null);
        if (run == null || run.origin() == null || run.transfer() == null || run.recipe() == null) {
            throw new IllegalArgumentException(
                    model + " has no capsule: it was not tuned here, or by an earlier version.");
        }
        return new Capsule(
                Capsule.FORMAT,
                model,
                run.origin(),
                run.transfer(),
                run.recipe(),
                run.feedback(),
                run.provenance(),
                hash(registry.learned(model)));
    }

    /** A capsule as JSON, keys in order. */
    public static String text(Capsule capsule) throws JsonProcessingException {
        return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(capsule);
    }

    /**
     * @throws IllegalArgumentException when it is no capsule, or of a later version
     */
    public static Capsule read(String text) {
        try {
            Capsule capsule = Json.mapper().readValue(text, Capsule.class);
            if (capsule.format() > Capsule.FORMAT) {
                throw new IllegalArgumentException(
                        "This capsule was made by a later version of Consilium.");
            }
            return capsule;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This is no capsule of a model.", e);
        }
    }

    /** Makes a model again and compares it, as a job. */
    public Job<Reproduction> reproducing(Capsule capsule) {
        return progress -> {
            List<String> differences = versions(capsule);
            try {
                String found = hash(again(capsule, progress));
                return new Reproduction(
                        capsule.model(),
                        found.equals(capsule.sha256()),
                        capsule.sha256(),
                        found,
                        differences);
            } catch (InputChangedException e) {
                differences.add(
                        e.ofRecords()
                                ? String.valueOf(e.getMessage())
                                : "The patients, the decisions, the base model or the program is not what it was.");
                return new Reproduction(capsule.model(), false, capsule.sha256(), "", differences);
            }
        };
    }

    private LearnedModel again(Capsule capsule, Progress progress) throws IOException {
        RunOrigin origin = capsule.origin();
        TuneRequest asked = origin.request();
        TaskUse task = asked.taskOrUsual();
        TuneRequest request = asked.of(new TaskUse(task.name(), task.scope(), origin.snapshot()));
        Cohort cohort = cohorts.byName(request.cohort());
        String base = request.base();
        FeedbackCollector feedback =
                request.feedback()
                        ? FeedbackCollector.of(decisions.ofCohort(cohort.id()), origin.begun())
                        : FeedbackCollector.none();
        RunRecord record =
                new RunRecord(
                        request,
                        origin.begun(),
                        0,
                        new RunRecord.Decided(origin.input(), capsule.transfer(), capsule.recipe()),
                        null);
        return tuner.at(capsule.provenance().made())
                .again(
                        base == null ? registry.shipped() : registry.learned(base),
                        cohort,
                        feedback,
                        RunLog.unwritten(record),
                        progress);
    }

    private List<String> versions(Capsule capsule) {
        Map<String, String> then = new TreeMap<>(capsule.provenance().versions());
        List<String> differences = new ArrayList<>();
        new TreeMap<>(Versions.current(engine))
                .forEach((name, version) -> {
                    String before = then.getOrDefault(name, "unknown");
                    if (!before.equals(version)) {
                        differences.add("%s was %s and is %s.".formatted(name, before, version));
                    }
                });
        return differences;
    }

    private static String hash(LearnedModel model) throws IOException {
        return SigningKey.hash(new ModelFile().write(model));
    }
}
