package org.consilium.recommend;

import java.time.LocalDateTime;
import java.util.List;
import org.consilium.recommend.safety.NotChecked;

/**
 * What a model would have a clinician consider for one patient at one time.
 *
 * @param at the index time: nothing later was looked at
 * @param model name of the model that made it
 * @param items to consider, best first
 * @param withheld contraindicated, though they would rank among the items; best first
 * @param notChecked what could not be checked for safety, whichever items it concerns
 */
public record RecommendationList(
        String patient,
        LocalDateTime at,
        String model,
        List<Recommendation> items,
        List<Recommendation> withheld,
        List<NotChecked> notChecked) {
    public RecommendationList {
        items = List.copyOf(items);
        withheld = List.copyOf(withheld);
        notChecked = List.copyOf(notChecked);
    }
}
