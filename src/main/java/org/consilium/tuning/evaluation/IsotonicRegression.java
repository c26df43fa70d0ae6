package org.consilium.tuning.evaluation;

import java.util.Arrays;

/**
 * The probabilities that never fall as the score rises and are nearest to what was observed, by
 * pooling adjacent violators (Ayer et al., Annals of Mathematical Statistics 26 (1955); for
 * calibration: Zadrozny and Elkan, KDD 2002). A step function; it needs more cases than Platt
 * scaling and is free of its shape. Immutable and thread-safe.
 */
public final class IsotonicRegression {
    private final double[] starts;
    private final double[] rates;

    private IsotonicRegression(double[] starts, double[] rates) {
        this.starts = starts;
        this.rates = rates;
    }

    /** Without a case every probability is 0. */
    public static IsotonicRegression fit(ScoredCases cases) {
        int size = cases.scores().length;
        double[] starts = new double[size];
        double[] weights = new double[size];
        double[] started = new double[size];
        int blocks = 0;
        for (int i = 0; i < size; i++) {
            starts[blocks] = cases.scores()[i];
            weights[blocks] = cases.cases()[i];
            started[blocks] = cases.started()[i];
            blocks++;
            while (blocks > 1
                    && started[blocks - 2] * weights[blocks - 1]
                            >= started[blocks - 1] * weights[blocks - 2]) {
                blocks--;
                weights[blocks - 1] += weights[blocks];
                started[blocks - 1] += started[blocks];
            }
        }
        double[] rates = new double[blocks];
        for (int block = 0; block < blocks; block++) {
            rates[block] = started[block] / weights[block];
        }
        return new IsotonicRegression(Arrays.copyOf(starts, blocks), rates);
    }

    /** From 0 to 1; a score between two blocks belongs to the lower one. */
    public double probability(double score) {
        if (rates.length == 0 || score == Double.NEGATIVE_INFINITY) {
            return 0;
        }
        int place = Arrays.binarySearch(starts, score);
        int block = place >= 0 ? place : -place - 2;
        return rates[Math.max(block, 0)];
    }
}
