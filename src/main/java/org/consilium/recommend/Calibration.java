package org.consilium.recommend;

/**
 * From a score to a probability: {@code 1 / (1 + exp(-(slope * score + intercept)))} (Platt 1999).
 * Keeps the order when the slope is positive.
 */
public record Calibration(double slope, double intercept) {
    /** Takes scores as the log odds that they are. */
    public static final Calibration IDENTITY = new Calibration(1, 0);

    /** Probability between 0 and 1. */
    public double probability(double score) {
        return 1 / (1 + Math.exp(-(slope * score + intercept)));
    }
}
