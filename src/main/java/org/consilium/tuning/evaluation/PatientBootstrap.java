package org.consilium.tuning.evaluation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.consilium.tuning.Estimate;
import org.consilium.tuning.Metric;

/**
 * Percentile intervals from resampling patients with all their visits (Efron and Tibshirani, An
 * Introduction to the Bootstrap (1993), chapter 13; of clusters: Field and Welsh, JRSS B 69
 * (2007)). A resample's mean is the sum over its visits divided by their number, both of which
 * vary. With a single patient the interval has no width and says nothing.
 *
 * @param resamples at least 1
 * @param seed of the drawing; the same patients are drawn for every metric
 */
record PatientBootstrap(int resamples, long seed) {
    private static final double LOW = .025;
    private static final double HIGH = .975;

    /**
     * @param patients of each visit
     * @param values by visit, then by ordinal of the metric; at least one visit
     */
    Map<Metric, Estimate> estimates(int[] patients, double[][] values) {
        double[][] sums = sumsByPatient(patients, values);
        double[][] means = new double[Metric.values().length][resamples];
        SplittableRandom random = new SplittableRandom(seed);
        for (int resample = 0; resample < resamples; resample++) {
            double[] total = new double[Metric.values().length + 1];
            for (int draw = 0; draw < sums.length; draw++) {
                add(sums[random.nextInt(sums.length)], total);
            }
            for (Metric metric : Metric.values()) {
                means[metric.ordinal()][resample] = ratio(total, metric);
            }
        }
        double[] overall = new double[Metric.values().length + 1];
        Arrays.stream(sums).forEach(patient -> add(patient, overall));
        Map<Metric, Estimate> estimates = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            double[] sorted = means[metric.ordinal()];
            Arrays.sort(sorted);
            estimates.put(
                    metric,
                    new Estimate(
                            ratio(overall, metric), quantile(sorted, LOW), quantile(sorted, HIGH)));
        }
        return estimates;
    }

    /** By patient the sum of each metric, and last the number of visits. */
    private static double[][] sumsByPatient(int[] patients, double[][] values) {
        Map<Integer, double[]> rows = new LinkedHashMap<>();
        for (int visit = 0; visit < patients.length; visit++) {
            double[] row =
                    rows.computeIfAbsent(
                            patients[visit], patient -> new double[Metric.values().length + 1]);
            add(values[visit], row);
            row[row.length - 1]++;
        }
        return rows.values().toArray(double[][]::new);
    }

    private static void add(double[] from, double[] to) {
        for (int i = 0; i < from.length; i++) {
            to[i] += from[i];
        }
    }

    private static double ratio(double[] total, Metric metric) {
        return total[metric.ordinal()] / total[total.length - 1];
    }

    /** Linear between the two nearest order statistics. */
    private static double quantile(double[] sorted, double p) {
        double place = p * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
