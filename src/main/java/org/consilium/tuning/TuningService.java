package org.consilium.tuning;

import java.util.List;
import org.consilium.job.Job;

/**
 * Models: made, measured, served, taken back. Thread-safe; what is served changes only by promote
 * and rollback.
 */
public interface TuningService {
    /** Base models first, then tuned ones, the latest first. */
    List<ModelSummary> models();

    /**
     * @throws org.consilium.clinical.NotFoundException when there is no such model
     */
    String card(String model);

    /**
     * The record of the run that made a tuned model.
     *
     * @throws org.consilium.clinical.NotFoundException when there is no such tuned model
     */
    FineTuneRun run(String model);

    /**
     * A fine-tuning run as a job. The model it makes is kept, not served; cancelled it leaves
     * nothing.
     */
    Job<FineTuneRun> tuning(TuneRequest request, EpochListener listener);

    Job<EvaluationReport> evaluating(EvaluationRequest request);

    /** Serves a model from now on. */
    void promote(String model);

    /**
     * Serves again what was served before the last promotion.
     *
     * @return its name
     * @throws org.consilium.clinical.NotFoundException when nothing was served before
     */
    String rollback();
}
