package org.consilium.recommend;

import java.time.LocalDateTime;
import java.util.List;

/**
 * What a model would have a clinician consider for one patient at one time.
 *
 * @param at the index time: nothing later was looked at
 * @param model name of the model that made it
 */
public record RecommendationList(
        String patient, LocalDateTime at, String model, List<Recommendation> items) {
    public RecommendationList {
        items = List.copyOf(items);
    }
}
