package org.consilium.tuning;

import org.consilium.tuning.task.TaskUse;
import org.jspecify.annotations.Nullable;

/**
 * @param base name of the base model; null for the shipped one
 * @param name name of the model to make; null to have one made up
 * @param transfer how much of the base model to start from; null to have that decided
 * @param feedback whether decisions on recommendations are learned from
 * @param task what is to be learned from which visits; null for everything, as usual
 */
public record TuneRequest(
        String cohort,
        @Nullable String base,
        @Nullable String name,
        long seed,
        @Nullable Transfer transfer,
        TuneRecipe recipe,
        boolean feedback,
        @Nullable TaskUse task) {

    /** Everything, as usual. */
    public TuneRequest(
            String cohort,
            @Nullable String base,
            @Nullable String name,
            long seed,
            @Nullable Transfer transfer,
            TuneRecipe recipe,
            boolean feedback) {
        this(cohort, base, name, seed, transfer, recipe, feedback, null);
    }

    /** With feedback. */
    public TuneRequest(
            String cohort,
            @Nullable String base,
            @Nullable String name,
            long seed,
            @Nullable Transfer transfer,
            TuneRecipe recipe) {
        this(cohort, base, name, seed, transfer, recipe, true);
    }

    /** By the careful recipe. */
    public TuneRequest(
            String cohort,
            @Nullable String base,
            @Nullable String name,
            long seed,
            @Nullable Transfer transfer) {
        this(cohort, base, name, seed, transfer, TuneRecipe.CAREFUL);
    }

    TuneRequest named(String settled) {
        return new TuneRequest(cohort, base, settled, seed, transfer, recipe, feedback, task);
    }

    /** The same of a task. */
    public TuneRequest of(TaskUse other) {
        return new TuneRequest(cohort, base, name, seed, transfer, recipe, feedback, other);
    }

    TaskUse taskOrUsual() {
        return task == null ? TaskUse.USUAL : task;
    }
}
