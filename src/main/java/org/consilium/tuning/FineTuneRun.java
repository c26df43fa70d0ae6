package org.consilium.tuning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record of one fine-tuning run.
 *
 * @param name of the model it made
 * @param base name of the model that it started from
 * @param transfer how much of the base model it started from; null in runs of before that was
 *     decided
 * @param recipe by which the factors were trained; null in runs of before there was a choice
 * @param feedback which decisions it learned from; null where none were to be, and in runs of
 *     before there was a choice
 * @param evaluation rows named "before", "after" and each baseline, on patients that took no part
 *     in the training
 * @param origin what was asked for; null in runs of before that was kept
 * @param findings what changed for whom; null in runs of before that was looked at
 * @param losses training loss by epoch; none where all is solved in closed form
 * @param validation NDCG@10 on the held-out patients by epoch
 */
public record FineTuneRun(
        String name,
        String base,
        String cohort,
        @Nullable TransferChoice transfer,
        @Nullable RecipeChoice recipe,
        @Nullable FeedbackUse feedback,
        @Nullable RunOrigin origin,
        Provenance provenance,
        EvaluationReport evaluation,
        @Nullable RunFindings findings,
        List<Double> losses,
        List<Double> validation,
        double seconds) {
    public FineTuneRun {
        losses = List.copyOf(losses);
        validation = List.copyOf(validation);
    }
}
