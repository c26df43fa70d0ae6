package org.consilium.recommend;

import java.time.LocalDateTime;
import org.consilium.clinical.Concept;
import org.jspecify.annotations.Nullable;

/**
 * One fact's share of a score.
 *
 * @param when the event behind the fact; null for demographics
 * @param value its result in words with the unit, or the level that the model saw; null where it
 *     has none
 * @param contribution signed, in units of the score (log odds); exact, not sampled
 */
public record Attribution(
        Concept concept,
        Role role,
        @Nullable LocalDateTime when,
        @Nullable String value,
        double contribution) {}
