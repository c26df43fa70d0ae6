package org.consilium.tuning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param base name of the model that tuning starts from; null for the shipped one
 * @param models names of models and of baselines (popularity, popularity-given-conditions, itemknn,
 *     ridge, scratch, local, tuned)
 * @param trainPatients numbers of local patients for what is trained; empty for all of the training
 *     part
 * @param seeds how many seeds, from 1
 */
public record EvaluationRequest(
        String cohort,
        @Nullable String base,
        List<String> models,
        List<Integer> trainPatients,
        int seeds) {
    public EvaluationRequest {
        models = List.copyOf(models);
        trainPatients = List.copyOf(trainPatients);
    }
}
