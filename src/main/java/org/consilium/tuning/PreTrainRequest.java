package org.consilium.tuning;

import java.util.List;
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
 */
public record PreTrainRequest(
        String cohort,
        String name,
        long seed,
        int leastItems,
        List<String> sites,
        List<String> exceptSites,
        Ages ages) {
    /** Visits at which an item must be started for its row to be more than chance. */
    public static final int LEAST_ITEMS = 10;

    public PreTrainRequest {
        sites = List.copyOf(sites);
        exceptSites = List.copyOf(exceptSites);
    }

    /** Whether a patient's visits are learned from. */
    boolean takes(@Nullable String site) {
        String name = site == null ? "" : site;
        return (sites.isEmpty() || sites.stream().anyMatch(name::startsWith))
                && exceptSites.stream().noneMatch(name::startsWith);
    }

    BaseModelOptions options(String cohortName) {
        return BaseModelOptions.ofCohort(name, cohortName, leastItems, seed);
    }
}
