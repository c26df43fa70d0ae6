package org.consilium.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the latest quality report of a cohort without opening it.
 *
 * @param imported when what it was made of was last imported
 * @param points 0 to 100; null where there was nothing to judge
 */
public record QualityRow(
        long cohort, Instant computed, Instant imported, @Nullable Double points) {}
