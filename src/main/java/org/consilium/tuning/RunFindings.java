package org.consilium.tuning;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run changed for whom, on the held-out patients; holds no patients.
 *
 * @param reference name of the model that was served when the run ended, which it is compared with
 * @param change after less that, paired by visit, over clinical items
 * @param membership null where there are too few patients to say
 * @param trained whom it learned from, by group
 * @param moved the weights that moved most from the base model
 * @param reliability of the base model and of the tuned one; none in runs of before that was kept
 * @param learning how it would have done with fewer patients, ascending; none where that was not
 *     looked at
 */
public record RunFindings(
        String reference,
        Map<Metric, Estimate> change,
        FairnessReport fairness,
        @Nullable MembershipTest membership,
        List<GroupShare> trained,
        List<MovedWeight> moved,
        List<ReliabilityCurve> reliability,
        List<LearningPoint> learning) {
    public RunFindings {
        change = Map.copyOf(change);
        trained = List.copyOf(trained);
        moved = List.copyOf(moved);
        reliability = reliability == null ? List.of() : List.copyOf(reliability);
        learning = learning == null ? List.of() : List.copyOf(learning);
    }
}
