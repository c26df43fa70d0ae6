package org.consilium.clinical;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One recorded thing: a condition with its onset and abatement, a result, a treatment with its
 * start and stop.
 *
 * @param category NONE unless an observation
 * @param encounterId the visit it was recorded at, where known
 * @param start onset, collection or start of treatment; wall clock at the place of care
 * @param end abatement or stop; null while it lasts (or where it has no duration)
 * @param value result of an observation, the {@link AllergyReactions} of an allergy or the {@link
 *     GoalAims} of a goal; only the first is anything that a recommendation rests on
 * @param reason the reason recorded on an order: shown, never learned from
 */
public record ClinicalEvent(
        EventKind kind,
        Category category,
        Concept concept,
        @Nullable String encounterId,
        LocalDateTime start,
        @Nullable LocalDateTime end,
        @Nullable Value value,
        @Nullable Concept reason) {

    /** Whether it had begun and not ended at that time. */
    public boolean isActiveAt(LocalDateTime at) {
        return !start.isAfter(at) && (end == null || end.isAfter(at));
    }
}
