package org.consilium.tuning.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.consilium.tuning.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * Percentile intervals from resampling patients with all their visits (Efron and Tibshirani, An
 * Introduction to the Bootstrap (1993), chapter 13; of clusters: Field and Welsh, JRSS B 69
 * (2007)). Over several folds (seeds, or sites) the figure is the mean of the folds' figures, and
 * each resample draws patients and, independently, folds: the pigeonhole bootstrap of crossed
 * factors (Owen, Annals of Applied Statistics 1 (2007)), which errs on the wide side. A patient who
 * is tested in several folds is drawn for all of them at once. With one patient, or with two or
 * three folds, read an interval as a hint.
 *
 * @param resamples at least 1
 * @param seed of the drawing; the same patients are drawn for every figure
 */
record ClusterBootstrap(int resamples, long seed) {
    private static final double LOW = .025;
    private static final double HIGH = .975;

    /**
     * @param folds each with the statistics whose mean is the fold's: of one site several seeds,
     *     else one
     * @return by figure its mean over the folds; null where there is nothing to work it out from
     */
    List<@Nullable Estimate> estimates(List<? extends List<? extends Statistic>> folds) {
        int[] patients =
                folds.stream()
                        .flatMap(List::stream)
                        .flatMapToInt(each -> Arrays.stream(each.patients()))
                        .distinct()
                        .sorted()
                        .toArray();
        if (patients.length == 0) {
            return List.of();
        }
        int[] weights = new int[patients[patients.length - 1] + 1];
        Arrays.stream(patients).forEach(patient -> weights[patient] = 1);
        int[] everyFold = new int[folds.size()];
        Arrays.fill(everyFold, 1);
        double[] whole = mean(folds, weights, everyFold);
        double[][] drawn = new double[resamples][];
        SplittableRandom random = new SplittableRandom(seed);
        for (int resample = 0; resample < resamples; resample++) {
            Arrays.fill(weights, 0);
            for (int draw = 0; draw < patients.length; draw++) {
                weights[patients[random.nextInt(patients.length)]]++;
            }
            drawn[resample] = mean(folds, weights, draw(folds.size(), random));
        }
        List<@Nullable Estimate> estimates = new ArrayList<>(whole.length);
        IntStream.range(0, whole.length)
                .forEach(figure -> estimates.add(estimate(whole[figure], drawn, figure)));
        return estimates;
    }

    private static int[] draw(int folds, SplittableRandom random) {
        int[] counts = new int[folds];
        if (folds == 1) {
            counts[0] = 1;
            return counts;
        }
        for (int draw = 0; draw < folds; draw++) {
            counts[random.nextInt(folds)]++;
        }
        return counts;
    }

    private static double[] mean(
            List<? extends List<? extends Statistic>> folds, int[] weights, int[] counts) {
        double[] sums = {};
        double[] numbers = {};
        for (int fold = 0; fold < counts.length; fold++) {
            for (Statistic statistic : counts[fold] == 0 ? List.<Statistic>of() : folds.get(fold)) {
                double[] figures = statistic.of(weights);
                if (sums.length == 0) {
                    sums = new double[figures.length];
                    numbers = new double[figures.length];
                }
                double weight = (double) counts[fold] / folds.get(fold).size();
                for (int figure = 0; figure < figures.length; figure++) {
                    boolean known = !Double.isNaN(figures[figure]);
                    sums[figure] += known ? weight * figures[figure] : 0;
                    numbers[figure] += known ? weight : 0;
                }
            }
        }
        for (int figure = 0; figure < sums.length; figure++) {
            sums[figure] /= numbers[figure];
        }
        return sums;
    }

    private static @Nullable Estimate estimate(double mean, double[][] drawn, int figure) {
        if (Double.isNaN(mean)) {
            return null;
        }
        double[] sorted =
                Arrays.stream(drawn)
                        .filter(each -> each.length > figure)
                        .mapToDouble(each -> each[figure])
                        .filter(each -> !Double.isNaN(each))
                        .sorted()
                        .toArray();
        return sorted.length == 0
                ? new Estimate(mean, mean, mean)
                : new Estimate(mean, quantile(sorted, LOW), quantile(sorted, HIGH));
    }

    /** Linear between the two nearest order statistics. */
    private static double quantile(double[] sorted, double p) {
        double place = p * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
