package org.consilium.recommend;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A fact and the event behind it.
 *
 * @param when start of the event; null for demographics
 * @param value its result in words with the unit; null where it has none
 */
public record FactOccurrence(Fact fact, @Nullable LocalDateTime when, @Nullable String value) {}
