package org.consilium.recommend;

import java.time.LocalDateTime;
import java.util.Set;
import org.consilium.clinical.ItemKind;
import org.jspecify.annotations.Nullable;

/**
 * @param at index time; null for the patient's latest encounter
 * @param top how many items at most, from 1
 * @param kinds kinds wanted; empty for all
 * @param model name of a model; null for the one being served
 */
public record RecommendationRequest(
        long cohortId,
        String patientId,
        @Nullable LocalDateTime at,
        int top,
        Set<ItemKind> kinds,
        @Nullable String model) {
    public RecommendationRequest {
        kinds = Set.copyOf(kinds);
    }
}
