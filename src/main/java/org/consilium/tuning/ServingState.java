package org.consilium.tuning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether recommendations are given.
 *
 * @param who stopped or started them last; null while nobody has ever
 */
public record ServingState(
        boolean stopped, @Nullable String who, String reason, @Nullable Instant at) {}
