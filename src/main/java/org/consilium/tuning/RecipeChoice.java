package org.consilium.tuning;

import java.util.List;
import org.consilium.tuning.factor.RateCurve;
import org.consilium.tuning.factor.TrainingOptions;
import org.jspecify.annotations.Nullable;

/**
 * The recipe by which factors were trained, and why.
 *
 * @param training null where all was solved in closed form
 * @param reason in one or two sentences
 * @param tries what a search measured, the careful recipe first
 * @param rates what the search for a learning rate saw; null where there was none
 */
public record RecipeChoice(
        Preset preset,
        @Nullable TrainingOptions training,
        String reason,
        List<RecipeTry> tries,
        @Nullable RateCurve rates) {
    public RecipeChoice {
        tries = List.copyOf(tries);
    }
}
