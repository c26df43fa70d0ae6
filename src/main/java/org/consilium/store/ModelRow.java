package org.consilium.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A tuned model without its weights. */
public record ModelRow(
        String name,
        @Nullable String base,
        @Nullable String cohort,
        Instant made,
        int facts,
        int items,
        String record,
        String card) {}
