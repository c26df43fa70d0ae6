package org.consilium.tuning;

import java.util.List;

/**
 * The record of one fine-tuning run.
 *
 * @param name of the model it made
 * @param base name of the model that it started from
 * @param evaluation rows named "before", "after" and each baseline, on patients that took no part
 *     in the training
 * @param losses training loss by epoch
 * @param validation NDCG@10 on the held-out patients by epoch
 */
public record FineTuneRun(
        String name,
        String base,
        String cohort,
        Provenance provenance,
        EvaluationReport evaluation,
        List<Double> losses,
        List<Double> validation,
        double seconds) {
    public FineTuneRun {
        losses = List.copyOf(losses);
        validation = List.copyOf(validation);
    }
}
