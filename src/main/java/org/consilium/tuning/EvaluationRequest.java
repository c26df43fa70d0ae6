package org.consilium.tuning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param base name of the model that tuning starts from; null for the shipped one
 * @param models names of models and of baselines ({@link Baselines#NAMES}), base, tuned, local or
 *     scratch
 * @param trainPatients numbers of local patients for what is trained; empty for all of the training
 *     part; 0 only where other sites are learned from
 * @param seeds how many seeds, from 1
 * @param reference what every other model is compared with; null for the best baseline
 * @param coldVisits an item is cold when fewer training visits than this started it
 * @param recalibrated whether probabilities are also fitted anew on training patients, which trains
 *     everything twice
 */
public record EvaluationRequest(
        String cohort,
        @Nullable String base,
        List<String> models,
        List<Integer> trainPatients,
        int seeds,
        SplitOptions split,
        @Nullable String reference,
        int coldVisits,
        boolean recalibrated) {
    /** Items of fewer training visits are cold unless another number is asked for. */
    public static final int COLD_VISITS = 10;

    public EvaluationRequest {
        models = models.stream().distinct().toList();
        trainPatients = trainPatients.stream().distinct().sorted().toList();
        if (reference != null && !models.contains(reference)) {
            throw new IllegalArgumentException(
                    "The reference " + reference + " is not among the models to evaluate.");
        }
        boolean others =
                split.kind() == SplitOptions.Kind.SITE
                        && split.learnFrom() != SplitOptions.LearnFrom.LOCAL;
        if (!others && trainPatients.contains(0)) {
            throw new IllegalArgumentException(
                    "Without training patients there must be other sites to learn from.");
        }
    }
}
