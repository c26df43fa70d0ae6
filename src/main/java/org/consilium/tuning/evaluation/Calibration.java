package org.consilium.tuning.evaluation;

import java.util.ArrayList;
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
        Tally tally = new Tally(binCount);
        float[] scores = new float[filter.items()];
        Ranking ranking = new Ranking(filter);
        for (int visit = 0; visit < visits.size(); visit++) {
            ranker.score(visits.facts()[visit], scores);
            ranking.start(scores, visits.masked()[visit], new TieBreak(0, 0, 0));
            boolean[] started = new boolean[scores.length];
            for (int item : visits.targets()[visit]) {
                started[item] = true;
            }
            for (int item = 0; item < scores.length; item++) {
                if (ranking.isCandidate(item)) {
                    tally.add(probability.applyAsDouble(scores[item]), started[item]);
                }
            }
        }
        return tally.calibration();
    }

    private static final class Tally {
        private final long[] cases;
        private final long[] started;
        private final double[] probability;

        Tally(int bins) {
            cases = new long[bins];
            started = new long[bins];
            probability = new double[bins];
        }

        void add(double p, boolean wasStarted) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("not a probability: " + p);
            }
            int bin = Math.min((int) (p * cases.length), cases.length - 1);
            cases[bin]++;
            started[bin] += wasStarted ? 1 : 0;
            probability[bin] += p;
        }

        Calibration calibration() {
            long all = 0;
            double error = 0;
            List<Bin> bins = new ArrayList<>();
            for (int bin = 0; bin < cases.length; bin++) {
                if (cases[bin] > 0) {
                    all += cases[bin];
                    error += Math.abs(started[bin] - probability[bin]);
                    bins.add(bin(bin));
                }
            }
            return new Calibration(all == 0 ? Double.NaN : error / all, all, bins);
        }

        private Bin bin(int bin) {
            return new Bin(
                    (double) bin / cases.length,
                    (bin + 1.0) / cases.length,
                    cases[bin],
                    probability[bin] / cases[bin],
                    (double) started[bin] / cases[bin]);
        }
    }
}
