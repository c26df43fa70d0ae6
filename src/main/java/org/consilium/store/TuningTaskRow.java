package org.consilium.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tuning that was defined.
 *
 * @param name unique in the store
 * @param cohort id
 * @param definition as its room writes it
 * @param snapshot what was prepared last, as its room writes it; null where nothing was since it
 *     was defined so
 */
public record TuningTaskRow(
        String name, long cohort, String definition, Instant changed, @Nullable String snapshot) {}
