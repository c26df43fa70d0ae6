package org.consilium.tuning;

import java.util.List;
import org.consilium.tuning.factor.TrainingOptions;

/**
 * How a base model is made.
 *
 * @param mostVisits index visits a patient at most
 * @param leastFacts training visits in which a fact must occur
 * @param leastItems training visits at which an item must be started
 * @param validation share of the patients that the calibration is fitted on
 * @param test share of the patients that the model is measured on
 * @param splitSeed of visits drawn and of the split
 * @param recipe what the model is made of
 * @param sources each source population in words, for the provenance
 */
public record BaseModelOptions(
        String name,
        String population,
        int mostVisits,
        int leastFacts,
        int leastItems,
        double validation,
        double test,
        long splitSeed,
        TrainingOptions training,
        Recipe recipe,
        List<String> sources) {
    /** What the model is made of. */
    public enum Recipe {
        /** Factors with a ridge of the codes beside them. */
        FACTORS,
        /** That or a ridge with a text kernel, whichever does better on the validation patients. */
        BEST
    }

    public BaseModelOptions {
        sources = List.copyOf(sources);
    }

    public static BaseModelOptions of(String name, String population, long seed) {
        return new BaseModelOptions(
                name,
                population,
                24,
                20,
                20,
                .1,
                .2,
                seed,
                TrainingOptions.preTraining(seed),
                Recipe.FACTORS,
                List.of());
    }

    /** Of a cohort in the store, where what fits it best is found out. */
    public static BaseModelOptions ofCohort(String name, String cohort, int leastItems, long seed) {
        return new BaseModelOptions(
                name,
                cohort,
                24,
                3,
                leastItems,
                .2,
                .2,
                seed,
                TrainingOptions.fromScratch(seed),
                Recipe.BEST,
                List.of());
    }

    /** The same whose factors are trained on a graph, or after masked facts. */
    BaseModelOptions trainedOn(int graphLayers, int maskedEpochs) {
        return new BaseModelOptions(
                name,
                population,
                mostVisits,
                leastFacts,
                leastItems,
                validation,
                test,
                splitSeed,
                training.with(graphLayers, maskedEpochs),
                recipe,
                sources);
    }

    public BaseModelOptions from(List<String> populations) {
        return new BaseModelOptions(
                name,
                population,
                mostVisits,
                leastFacts,
                leastItems,
                validation,
                test,
                splitSeed,
                training,
                recipe,
                populations);
    }
}
