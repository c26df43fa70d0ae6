package org.consilium.tuning;

import java.util.Objects;
import org.consilium.tuning.factor.Course;
import org.consilium.tuning.factor.Schedule;
import org.consilium.tuning.factor.TrainingOptions;
import org.jspecify.annotations.Nullable;

/**
 * What a person sets of a recipe; null leaves what it is. What each means, with its source, is said
 * at {@link TrainingOptions} and {@link Schedule}.
 *
 * @param findRate whether the learning rate is looked for first ({@link
 *     org.consilium.tuning.factor.RateFinder})
 * @param l2sp see {@link TrainingOptions#pull()}
 * @param graphLayers see {@link TrainingOptions#graphLayers()}
 * @param maskedEpochs see {@link TrainingOptions#maskedEpochs()}
 */
public record Adjustments(
        @Nullable Integer epochs,
        @Nullable Double learningRate,
        boolean findRate,
        @Nullable Double decay,
        @Nullable Double l2sp,
        @Nullable Integer batch,
        @Nullable Double dropout,
        Schedule schedule,
        int graphLayers,
        int maskedEpochs) {
    public static final Adjustments NONE =
            new Adjustments(null, null, false, null, null, null, null, Schedule.PLAIN);

    /**
     * @throws IllegalArgumentException when a number makes no sense, in one sentence
     */
    public Adjustments {
        if (findRate && learningRate != null) {
            throw new IllegalArgumentException(
                    "The learning rate is either given or looked for, not both.");
        }
        if (schedule.course() == Course.RAMP) {
            throw new IllegalArgumentException(
                    "A ramp only looks for a learning rate: choose decay or one-cycle.");
        }
        over(
                        TrainingOptions.fineTuning(1, 1),
                        epochs,
                        learningRate,
                        decay,
                        l2sp,
                        batch,
                        dropout,
                        schedule)
                .with(graphLayers, maskedEpochs);
    }

    /** Without a graph and without masked facts. */
    public Adjustments(
            @Nullable Integer epochs,
            @Nullable Double learningRate,
            boolean findRate,
            @Nullable Double decay,
            @Nullable Double l2sp,
            @Nullable Integer batch,
            @Nullable Double dropout,
            Schedule schedule) {
        this(epochs, learningRate, findRate, decay, l2sp, batch, dropout, schedule, 0, 0);
    }

    /** A recipe with these changes. */
    TrainingOptions over(TrainingOptions recipe) {
        return over(recipe, epochs, learningRate, decay, l2sp, batch, dropout, schedule)
                .with(graphLayers, maskedEpochs);
    }

    private static TrainingOptions over(
            TrainingOptions recipe,
            @Nullable Integer epochs,
            @Nullable Double learningRate,
            @Nullable Double decay,
            @Nullable Double l2sp,
            @Nullable Integer batch,
            @Nullable Double dropout,
            Schedule schedule) {
        return new TrainingOptions(
                Objects.requireNonNullElse(epochs, recipe.epochs()),
                Objects.requireNonNullElse(learningRate, recipe.learningRate()),
                Objects.requireNonNullElse(decay, recipe.decay()),
                Objects.requireNonNullElse(batch, recipe.batch()),
                Objects.requireNonNullElse(dropout, recipe.dropout()),
                Objects.requireNonNullElse(l2sp, recipe.pull()),
                recipe.averaging(),
                recipe.crowding(),
                schedule,
                recipe.seed());
    }
}
