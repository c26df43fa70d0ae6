package org.consilium.store;

import java.util.List;
import org.consilium.clinical.CohortChanges;

/**
 * What an import brought.
 *
 * @param cohortId 0 where nothing was put into a cohort that is not there
 * @param refused patients that were not taken because their id is another person's in the cohort
 * @param refusedAt which they were, counted from 1 in the order put; the first {@link #LISTED}
 */
public record ImportTotals(
        long cohortId, CohortChanges changes, int refused, List<Long> refusedAt) {
    static final int LISTED = 10_000;

    public ImportTotals {
        refusedAt = List.copyOf(refusedAt);
    }
}
