package org.consilium.tuning;

import org.consilium.tuning.evaluation.Calibration;
import org.jspecify.annotations.Nullable;

/**
 * Whether a model's probabilities are kept, over clinical items of the held-out patients.
 *
 * @param model "before" or "after"
 * @param error expected calibration error with its interval; null where there are too few patients
 * @param errorWithin the same over probabilities from .1 to .9
 */
public record ReliabilityCurve(
        String model,
        Calibration calibration,
        @Nullable Estimate error,
        @Nullable Estimate errorWithin) {}
