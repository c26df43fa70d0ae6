package org.consilium.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tuned model without its weights.
 *
 * @param record the run that made it, as JSON
 * @param card Markdown
 */
public record ModelRow(
        String name,
        @Nullable String base,
        String cohort,
        Instant made,
        int facts,
        int items,
        String record,
        String card) {}
