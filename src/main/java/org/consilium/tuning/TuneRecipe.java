package org.consilium.tuning;

import java.time.Duration;
import org.consilium.tuning.factor.TrainingOptions;

/**
 * How a person wants a model tuned. It is about the factors: a base model without them is corrected
 * in closed form, whatever is wanted here.
 *
 * @param adjustments what the expert preset changes; none for the others
 * @param search how long recipes are tried before; zero tries none
 */
public record TuneRecipe(Preset preset, Adjustments adjustments, Duration search) {
    public static final TuneRecipe CAREFUL = of(Preset.CAREFUL);

    /** A quarter of the careful ones. */
    private static final int QUICK_EPOCHS = 5;

    /**
     * @throws IllegalArgumentException when these don't go together, in one sentence
     */
    public TuneRecipe {
        if (preset != Preset.EXPERT && !adjustments.equals(Adjustments.NONE)) {
            throw new IllegalArgumentException(
                    "Only the expert preset takes options of its own: choose it, or leave them out.");
        }
        if (search.isNegative()) {
            throw new IllegalArgumentException("A search needs more than 0 minutes.");
        }
        if (preset != Preset.CAREFUL && !search.isZero()) {
            throw new IllegalArgumentException(
                    "A search compares recipes with the careful one: choose no other preset with it.");
        }
    }

    public static TuneRecipe of(Preset preset) {
        return new TuneRecipe(preset, Adjustments.NONE, Duration.ZERO);
    }

    public static TuneRecipe expert(Adjustments adjustments) {
        return new TuneRecipe(Preset.EXPERT, adjustments, Duration.ZERO);
    }

    public static TuneRecipe searching(Duration budget) {
        return new TuneRecipe(Preset.CAREFUL, Adjustments.NONE, budget);
    }

    /**
     * @param patients training patients
     */
    TrainingOptions options(int patients, long seed) {
        TrainingOptions careful = TrainingOptions.fineTuning(patients, seed);
        return switch (preset) {
            case QUICK -> careful.over(QUICK_EPOCHS, careful.learningRate(), careful.schedule());
            case CAREFUL -> careful;
            case EXPERT -> adjustments.over(careful);
        };
    }
}
