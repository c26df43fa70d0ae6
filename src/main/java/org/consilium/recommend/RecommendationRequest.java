package org.consilium.recommend;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.consilium.clinical.ItemKind;
import org.jspecify.annotations.Nullable;

/**
 * @param at index time; null for the patient's latest encounter
 * @param top how many items at most, from 1
 * @param kinds kinds wanted; empty for all
 * @param model name of a model; null for the one being served
 * @param changes what the record is supposed to be like instead; empty for the record as it is
 */
public record RecommendationRequest(
        long cohortId,
        String patientId,
        @Nullable LocalDateTime at,
        int top,
        Set<ItemKind> kinds,
        @Nullable String model,
        List<Change> changes) {
    public RecommendationRequest {
        kinds = Set.copyOf(kinds);
        changes = List.copyOf(changes);
    }

    /** On the record as it is. */
    public RecommendationRequest(
            long cohortId,
            String patientId,
            @Nullable LocalDateTime at,
            int top,
            Set<ItemKind> kinds,
            @Nullable String model) {
        this(cohortId, patientId, at, top, kinds, model, List.of());
    }
}
