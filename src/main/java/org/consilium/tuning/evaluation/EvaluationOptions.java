package org.consilium.tuning.evaluation;

/**
 * @param seed of the order among equal scores and of the bootstrap
 * @param resamples of patients for an interval
 */
public record EvaluationOptions(long seed, int resamples) {
    public EvaluationOptions {
        if (resamples < 1) {
            throw new IllegalArgumentException("an interval needs at least one resample");
        }
    }

    public static EvaluationOptions withSeed(long seed) {
        return new EvaluationOptions(seed, 1000);
    }
}
