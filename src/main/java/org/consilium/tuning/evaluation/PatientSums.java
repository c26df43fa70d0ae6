package org.consilium.tuning.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.consilium.tuning.Estimate;
import org.consilium.tuning.Metric;
import org.jspecify.annotations.Nullable;

/**
 * Every {@link Metric} summed over the visits of each patient: all that an interval of their means
 * needs, and far smaller than the visits. The figures are means over visits, by ordinal of the
 * metric. Arrays are shared, not copied: nobody may write to them.
 *
 * @param patients each once, in the order of their first visit
 * @param sums by patient the sum of each metric, and last the number of visits
 */
public record PatientSums(int[] patients, double[][] sums) implements Statistic {
    private static final int METRICS = Metric.values().length;

    /** Of no visit. */
    public static final PatientSums NONE = new PatientSums(new int[0], new double[0][]);

    public static PatientSums of(VisitMetrics measured) {
        return of(measured, visit -> true);
    }

    /**
     * @param wanted by index of a visit whether it counts
     */
    public static PatientSums of(VisitMetrics measured, IntPredicate wanted) {
        Map<Integer, double[]> rows = new LinkedHashMap<>();
        for (int i = 0; i < measured.size(); i++) {
            if (wanted.test(measured.visits()[i])) {
                double[] row =
                        rows.computeIfAbsent(
                                measured.patients()[i], patient -> new double[METRICS + 1]);
                add(measured.values()[i], 1, row);
                row[METRICS]++;
            }
        }
        return new PatientSums(
                rows.keySet().stream().mapToInt(Integer::intValue).toArray(),
                rows.values().toArray(double[][]::new));
    }

    /** How many visits were counted. */
    public int visits() {
        return (int) Arrays.stream(sums).mapToDouble(row -> row[METRICS]).sum();
    }

    /**
     * This less the other, patient by patient.
     *
     * @throws IllegalArgumentException when they are not of the same patients and numbers of visits
     */
    public PatientSums minus(PatientSums other) {
        double[][] differences = new double[sums.length][];
        for (int row = 0; row < sums.length; row++) {
            if (!Arrays.equals(patients, other.patients)
                    || sums[row][METRICS] != other.sums[row][METRICS]) {
                throw new IllegalArgumentException("rankers are compared on the same visits only");
            }
            differences[row] = sums[row].clone();
            for (int metric = 0; metric < METRICS; metric++) {
                differences[row][metric] -= other.sums[row][metric];
            }
        }
        return new PatientSums(patients, differences);
    }

    /** By ordinal of the metric; not a number without a visit. */
    public double[] means() {
        double[] total = new double[METRICS + 1];
        Arrays.stream(sums).forEach(row -> add(row, 1, total));
        return means(total);
    }

    @Override
    public double[] of(int[] weights) {
        double[] total = new double[METRICS + 1];
        for (int row = 0; row < sums.length; row++) {
            int weight = weights[patients[row]];
            if (weight > 0) {
                add(sums[row], weight, total);
            }
        }
        return means(total);
    }

    private static double[] means(double[] total) {
        double[] means = new double[METRICS];
        for (int metric = 0; metric < METRICS; metric++) {
            means[metric] = total[metric] / total[METRICS];
        }
        return means;
    }

    /** The figures of {@link ClusterBootstrap#estimates} by their names. */
    static Map<Metric, Estimate> named(List<@Nullable Estimate> figures) {
        Map<Metric, Estimate> named = new EnumMap<>(Metric.class);
        List<@Nullable Estimate> left = new ArrayList<>(figures);
        for (Metric metric : Metric.values()) {
            Estimate estimate = left.size() > metric.ordinal() ? left.get(metric.ordinal()) : null;
            if (estimate != null) {
                named.put(metric, estimate);
            }
        }
        return named;
    }

    private static void add(double[] from, double weight, double[] to) {
        for (int i = 0; i < from.length; i++) {
            to[i] += weight * from[i];
        }
    }
}
