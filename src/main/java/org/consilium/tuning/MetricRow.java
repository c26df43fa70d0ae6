package org.consilium.tuning;

import java.util.Map;
import org.consilium.clinical.ItemKind;
import org.jspecify.annotations.Nullable;

/**
 * How one model did on one set of test visits.
 *
 * @param model name of the model or baseline
 * @param trainPatients local patients it was trained on; 0 for an untouched base model
 * @param seed of the split and of the training
 * @param clinicalItemsOnly whether routine and administrative items were left out
 * @param kind items of one kind only; null for all
 * @param visits test visits with at least one target
 */
public record MetricRow(
        String model,
        int trainPatients,
        long seed,
        boolean clinicalItemsOnly,
        @Nullable ItemKind kind,
        int visits,
        int patients,
        Map<Metric, Estimate> metrics) {
    public MetricRow {
        metrics = Map.copyOf(metrics);
    }
}
