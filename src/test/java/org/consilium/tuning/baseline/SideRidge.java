package org.consilium.tuning.baseline;

import org.consilium.job.Progress;
import org.consilium.tuning.EncodedVisits;

/**
 * Ridge regression from facts and from what is known about them, solved over visits: with X visits
 * x facts and S facts x features, weights {@code W = own U + a S V} of
 *
 * <pre>min ||Y - own X U - sqrt(a) X S V||^2 + lambda (||U||^2 + ||V||^2)</pre>
 *
 * for own 0 or 1. The result is a table of facts and items again, so attributions stay exact.
 */
public final class SideRidge {
    private final int[][] facts;
    private final float[][] side;
    private final int features;

    private SideRidge(EncodedVisits train, float[][] side) {
        this.facts = train.facts();
        this.side = side;
        this.features = side.length == 0 ? 0 : side[0].length;
    }

    /**
     * @param side S, by fact
     * @param own whether facts have weights of their own
     * @param a how much the features count beside them
     */
    public static float[][] fit(
            EncodedVisits train, float[][] side, boolean own, double a, double lambda) {
        SideRidge ridge = new SideRidge(train, side);
        double[][] features = ridge.features();
        double[][] kernel = ridge.kernel(features, own, a, lambda);
        int items = train.itemVocabulary().size();
        double[][] alpha = new double[train.size()][items];
        for (int visit = 0; visit < alpha.length; visit++) {
            for (int item : train.targets()[visit]) {
                alpha[visit][item] = 1;
            }
        }
        Cholesky.factor(kernel, Progress.NONE).solve(alpha, Progress.NONE);
        return ridge.weights(features, alpha, own, a);
    }

    /** X S, by feature and visit. */
    private double[][] features() {
        double[][] sums = new double[features][facts.length];
        for (int visit = 0; visit < facts.length; visit++) {
            for (int fact : facts[visit]) {
                for (int k = 0; k < features; k++) {
                    sums[k][visit] += side[fact][k];
                }
            }
        }
        return sums;
    }

    private double[][] kernel(double[][] features, boolean own, double a, double lambda) {
        double[][] kernel = new double[facts.length][];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = new double[i + 1];
            kernel[i][i] = lambda;
            for (double[] feature : features) {
                axpy(a * feature[i], feature, kernel[i]);
            }
        }
        if (own) {
            for (int[] visits : FactPruning.invert(facts, side.length)) {
                for (int i = 0; i < visits.length; i++) {
                    for (int j = 0; j <= i; j++) {
                        kernel[visits[i]][visits[j]]++;
                    }
                }
            }
        }
        return kernel;
    }

    private float[][] weights(double[][] features, double[][] alpha, boolean own, double a) {
        int items = alpha.length == 0 ? 0 : alpha[0].length;
        double[][] shared = new double[features.length][items];
        for (int k = 0; k < shared.length; k++) {
            for (int visit = 0; visit < alpha.length; visit++) {
                axpy(features[k][visit], alpha[visit], shared[k]);
            }
        }
        double[][] weights = new double[side.length][items];
        for (int visit = 0; visit < alpha.length && own; visit++) {
            for (int fact : facts[visit]) {
                axpy(1, alpha[visit], weights[fact]);
            }
        }
        float[][] rows = new float[side.length][items];
        for (int fact = 0; fact < rows.length; fact++) {
            for (int k = 0; k < shared.length; k++) {
                axpy(a * side[fact][k], shared[k], weights[fact]);
            }
            for (int item = 0; item < items; item++) {
                rows[fact][item] = (float) weights[fact][item];
            }
        }
        return rows;
    }

    private static void axpy(double factor, double[] from, double[] to) {
        if (factor != 0) {
            for (int j = 0; j < to.length; j++) {
                to[j] += factor * from[j];
            }
        }
    }
}
