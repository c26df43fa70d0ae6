package org.consilium.tuning;

import java.util.List;
import org.consilium.tuning.factor.TrainingOptions;

/**
 * How a base model is made.
 *
 * @param mostVisits index visits a patient at most
 * @param leastCount training visits in which a fact or an item must occur
 * @param validation share of the patients that the calibration is fitted on
 * @param test share of the patients that the model is measured on
 * @param splitSeed of visits drawn and of the split
 * @param sources each source population in words, for the provenance
 */
public record BaseModelOptions(
        String name,
        String population,
        int mostVisits,
        int leastCount,
        double validation,
        double test,
        long splitSeed,
        TrainingOptions training,
        List<String> sources) {
    public BaseModelOptions {
        sources = List.copyOf(sources);
    }

    public static BaseModelOptions of(String name, String population, long seed) {
        return new BaseModelOptions(
                name,
                population,
                24,
                20,
                .1,
                .2,
                seed,
                TrainingOptions.preTraining(seed),
                List.of());
    }

    public BaseModelOptions from(List<String> populations) {
        return new BaseModelOptions(
                name,
                population,
                mostVisits,
                leastCount,
                validation,
                test,
                splitSeed,
                training,
                populations);
    }
}
