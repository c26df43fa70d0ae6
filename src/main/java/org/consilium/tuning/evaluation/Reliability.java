package org.consilium.tuning.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.Ranker;

/**
 * What {@link Calibration} is worked out from, by patient. The figures are the expected calibration
 * error over all bins, and over the bins within .1 to .9. Both are sums of absolute values, so a
 * resample's error tends to be above that of all patients, and so does the interval.
 *
 * @param bins how many, of equal width
 * @param patients each once
 * @param tallies by patient: cases of each bin, then targets of each, then sums of probabilities
 */
public record Reliability(int bins, int[] patients, double[][] tallies) implements Statistic {
    /** Bounds of the figure that leaves out the many cases near 0. */
    public static final double LOW = .1;

    public static final double HIGH = .9;

    /**
     * Of several ways to turn a score into a probability, scoring each visit once. What the ranker
     * can't recommend has a probability of 0.
     *
     * @throws IllegalArgumentException when a probability is not in [0, 1]
     */
    public static List<Reliability> measure(
            Ranker ranker,
            EncodedVisits visits,
            ItemFilter filter,
            List<DoubleUnaryOperator> probabilities,
            int bins) {
        List<Map<Integer, double[]>> tallies = new ArrayList<>();
        probabilities.forEach(each -> tallies.add(new LinkedHashMap<>()));
        float[] scores = new float[filter.items()];
        Ranking ranking = new Ranking(filter);
        for (int visit = 0; visit < visits.size(); visit++) {
            ranker.score(visits.facts()[visit], scores);
            ranking.start(scores, visits.masked()[visit], new TieBreak(0, 0, 0));
            boolean[] started = new boolean[scores.length];
            for (int item : visits.targets()[visit]) {
                started[item] = true;
            }
            for (int way = 0; way < tallies.size(); way++) {
                double[] tally =
                        tallies.get(way)
                                .computeIfAbsent(
                                        visits.patients()[visit], patient -> new double[3 * bins]);
                for (int item = 0; item < scores.length; item++) {
                    if (ranking.isCandidate(item)) {
                        double p =
                                scores[item] == Float.NEGATIVE_INFINITY
                                        ? 0
                                        : probabilities.get(way).applyAsDouble(scores[item]);
                        add(p, started[item], tally, bins);
                    }
                }
            }
        }
        return tallies.stream().map(each -> of(each, bins)).toList();
    }

    private static Reliability of(Map<Integer, double[]> tallies, int bins) {
        return new Reliability(
                bins,
                tallies.keySet().stream().mapToInt(Integer::intValue).toArray(),
                tallies.values().toArray(double[][]::new));
    }

    private static void add(double p, boolean started, double[] tally, int bins) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("not a probability: " + p);
        }
        int bin = Math.min((int) (p * bins), bins - 1);
        tally[bin]++;
        tally[bins + bin] += started ? 1 : 0;
        tally[2 * bins + bin] += p;
    }

    @Override
    public double[] of(int[] weights) {
        Calibration calibration = calibration(total(weights));
        return new double[] {
            calibration.expectedCalibrationError(), calibration.errorWithin(LOW, HIGH)
        };
    }

    /** Bins of several test sets together. */
    public static Calibration together(List<Reliability> parts) {
        int bins = parts.getFirst().bins;
        double[][] rows =
                parts.stream()
                        .flatMap(part -> Arrays.stream(part.tallies))
                        .toArray(double[][]::new);
        int[] numbers = new int[rows.length];
        int[] once = {1};
        return calibration(new Reliability(bins, numbers, rows).total(once), bins);
    }

    private double[] total(int[] weights) {
        double[] total = new double[3 * bins];
        for (int row = 0; row < tallies.length; row++) {
            int weight = weights[patients[row]];
            for (int i = 0; weight > 0 && i < total.length; i++) {
                total[i] += weight * tallies[row][i];
            }
        }
        return total;
    }

    private Calibration calibration(double[] total) {
        return calibration(total, bins);
    }

    private static Calibration calibration(double[] total, int bins) {
        double all = 0;
        double error = 0;
        List<Calibration.Bin> kept = new ArrayList<>();
        for (int bin = 0; bin < bins; bin++) {
            double cases = total[bin];
            double started = total[bins + bin];
            double probability = total[2 * bins + bin];
            if (cases > 0) {
                all += cases;
                error += Math.abs(started - probability);
                kept.add(
                        new Calibration.Bin(
                                (double) bin / bins,
                                (bin + 1.0) / bins,
                                (long) cases,
                                probability / cases,
                                started / cases));
            }
        }
        return new Calibration(all == 0 ? Double.NaN : error / all, (long) all, kept);
    }
}
