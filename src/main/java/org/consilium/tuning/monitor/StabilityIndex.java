package org.consilium.tuning.monitor;

/**
 * The population stability index of two distributions over the same bins: {@code sum of (actual -
 * expected) * ln(actual / expected)}, a symmetrised Kullback-Leibler divergence. Under .1 little
 * has changed, from .25 on much has (Siddiqi, Credit Risk Scorecards (2006), chapter 8): a rule of
 * thumb, which few visits exceed by chance alone.
 */
public final class StabilityIndex {
    /** From here on the mix is said to have changed. */
    public static final double CHANGED = .25;

    /** An empty bin counts as so much, so that the logarithm is finite. */
    private static final double FLOOR = 1e-4;

    private StabilityIndex() {}

    /**
     * @param expected counts or shares, none negative
     * @param actual as long
     * @return from 0; not a number where one of them is empty
     */
    public static double of(double[] expected, double[] actual) {
        double allExpected = sum(expected);
        double allActual = sum(actual);
        if (allExpected <= 0 || allActual <= 0) {
            return Double.NaN;
        }
        double index = 0;
        for (int bin = 0; bin < expected.length; bin++) {
            double e = Math.max(FLOOR, expected[bin] / allExpected);
            double a = Math.max(FLOOR, actual[bin] / allActual);
            index += (a - e) * Math.log(a / e);
        }
        return index;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
