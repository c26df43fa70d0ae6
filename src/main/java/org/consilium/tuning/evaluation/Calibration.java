package org.consilium.tuning.evaluation;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.Ranker;

/**
 * Whether items given a probability of 30% are started 3 times in 10. Every candidate of every
 * visit is one case, also of visits without a target. Bins are of equal width over [0, 1] (Naeini,
 * Cooper and Hauskrecht, AAAI 2015; Guo et al., ICML 2017, equation 3): {@code ECE = sum over bins
 * of (cases of the bin / cases) * |observed rate - mean probability|}. Most candidates have a
 * probability near 0, so the first bin carries most of the ECE's weight: read the bins above it.
 *
 * @param bins those with at least one case, ascending
 * @param cases candidates of all visits
 */
public record Calibration(double expectedCalibrationError, long cases, List<Bin> bins) {
    /** Bounds of bins are quotients: equal to a decimal but for this. */
    private static final double EDGE = 1e-9;

    public Calibration {
        bins = List.copyOf(bins);
    }

    /**
     * Cases whose probability p is in {@code low <= p < high} (the last bin includes 1).
     *
     * @param observedRate which part of the cases was a target
     */
    public record Bin(
            double low, double high, long cases, double meanProbability, double observedRate) {}

    /**
     * @param probability turns a score of the ranker into a probability
     * @param binCount at least 1; 10 and 15 are usual
     * @throws IllegalArgumentException when a probability is not in [0, 1]
     */
    public static Calibration measure(
            Ranker ranker,
            EncodedVisits visits,
            ItemFilter filter,
            DoubleUnaryOperator probability,
            int binCount) {
        return Reliability.together(
                Reliability.measure(ranker, visits, filter, List.of(probability), binCount));
    }

    /**
     * The error over the bins that lie within two probabilities, weighted by their cases: what most
     * candidates, which nobody would show, don't hide. Not a number without such a case.
     */
    public double errorWithin(double low, double high) {
        double error = 0;
        double within = 0;
        for (Bin bin : bins) {
            if (bin.low() >= low - EDGE && bin.high() <= high + EDGE) {
                error += bin.cases() * Math.abs(bin.observedRate() - bin.meanProbability());
                within += bin.cases();
            }
        }
        return error / within;
    }
}
