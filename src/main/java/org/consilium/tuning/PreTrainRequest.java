package org.consilium.tuning;

import java.util.List;
import org.consilium.tuning.factor.TrainingOptions;
import org.jspecify.annotations.Nullable;

/**
 * A base model to be made of a cohort.
 *
 * @param name of the model
 * @param seed of the split and of the training
 * @param leastItems training visits at which an item must be started
 * @param sites beginnings of the names of the places of care to learn from; empty for all
 * @param exceptSites beginnings of the names of those to leave out
 * @param ages of the patients at the visits to learn from
 * @param graphLayers see {@link org.consilium.tuning.factor.TrainingOptions#graphLayers()}
 * @param maskedEpochs see {@link org.consilium.tuning.factor.TrainingOptions#maskedEpochs()}
 */
public record PreTrainRequest(
        String cohort,
        String name,
        long seed,
        int leastItems,
        List<String> sites,
        List<String> exceptSites,
        Ages ages,
        int graphLayers,
        int maskedEpochs) {
    /** Visits at which an item must be started for its row to be more than chance. */
    public static final int LEAST_ITEMS = 10;

    /** Without a graph and without masked facts. */
    public PreTrainRequest(
            String cohort,
            String name,
            long seed,
            int leastItems,
            List<String> sites,
            List<String> exceptSites,
            Ages ages) {
        this(cohort, name, seed, leastItems, sites, exceptSites, ages, 0, 0);
    }

    /** Of all patients, as usual. */
    public static PreTrainRequest of(String cohort, String name) {
        return new PreTrainRequest(cohort, name, 1, LEAST_ITEMS, List.of(), List.of(), Ages.ALL);
    }

    /**
     * @throws IllegalArgumentException when a number makes no sense, in one sentence
     */
    public PreTrainRequest {
        sites = List.copyOf(sites);
        exceptSites = List.copyOf(exceptSites);
        TrainingOptions.fromScratch(seed).with(graphLayers, maskedEpochs);
    }

    /** Whether a patient's visits are learned from. */
    boolean takes(@Nullable String site) {
        String name = site == null ? "" : site;
        return (sites.isEmpty() || sites.stream().anyMatch(name::startsWith))
                && exceptSites.stream().noneMatch(name::startsWith);
    }

    BaseModelOptions options(String cohortName) {
        return BaseModelOptions.ofCohort(name, cohortName, leastItems, seed)
                .trainedOn(graphLayers, maskedEpochs);
    }
}
