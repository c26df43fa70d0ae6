package org.consilium.tuning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param base name of the model that it was tuned from; null for a base model
 * @param served whether recommendations come from it now
 */
public record ModelSummary(
        String name,
        @Nullable String base,
        @Nullable String cohort,
        boolean served,
        Instant made,
        int facts,
        int items) {}
