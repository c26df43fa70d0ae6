package org.consilium.importing;

import java.util.List;
import java.util.Map;
import org.consilium.clinical.CohortChanges;
import org.consilium.importing.meaning.MeaningCounts;

/**
 * What became of every row of an import.
 *
 * @param format the reader that was used
 * @param patients patients taken (new, updated or as they were)
 * @param encounters encounters read of them
 * @param events events read of them
 * @param changes what is different in the cohort
 * @param skipped rows or resources not used, by type: they were fine but are nothing Consilium
 *     knows
 * @param rejected rows or resources that could not be read
 * @param meaning what became of units and of events recorded twice; {@code events} is after that
 * @param issues the first of them (at most {@link #MAX_ISSUES}), in the order met
 * @param seconds wall time
 */
public record ImportReport(
        String cohort,
        String format,
        int patients,
        long encounters,
        long events,
        CohortChanges changes,
        Map<String, Long> skipped,
        long rejected,
        MeaningCounts meaning,
        List<ImportIssue> issues,
        double seconds) {
    public static final int MAX_ISSUES = 10_000;

    public ImportReport {
        skipped = Map.copyOf(skipped);
        issues = List.copyOf(issues);
    }
}
