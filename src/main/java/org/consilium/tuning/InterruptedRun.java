package org.consilium.tuning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fine-tuning run whose process ended before it did.
 *
 * @param name of the model that it was to make
 * @param base of the model it started from; null for the shipped one
 * @param epoch the last that was kept; 0 where the training had not come so far
 * @param epochs how many there were to be at most; 0 where that was not known yet
 */
public record InterruptedRun(
        String name, String cohort, @Nullable String base, Instant begun, int epoch, int epochs) {

    /** How far it came, as part of a sentence. */
    public String progress() {
        return epoch == 0
                ? "before its training began"
                : "after epoch %d of %d".formatted(epoch, epochs);
    }
}
