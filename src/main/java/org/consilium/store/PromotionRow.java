package org.consilium.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a model was served from a moment on.
 *
 * @param before what was served until then
 * @param takesBack whether it took a promotion back
 * @param waiver null where the gate did not hold it back
 */
public record PromotionRow(
        String model, String before, boolean takesBack, Instant at, @Nullable WaiverRow waiver) {}
