package org.consilium.tuning.baseline;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.consilium.job.Progress;
import org.consilium.tuning.EncodedVisits;

/**
 * Ridge regression from facts to items in closed form, in the manner of EASE (Steck, WWW 2019):
 *
 * <pre>W = argmin ||Y - X W||^2 + lambda ||W||^2 = (X'X + lambda I)^-1 X'Y</pre>
 *
 * with X binary, visits x facts, and Y visits x items. With fewer visits than facts the same
 * weights come from the smaller system of the visits, {@code W = X'(XX' + lambda I)^-1 Y}. There is
 * no intercept: demographic facts, of which every visit has some, stand for it. Weights are
 * computed in double precision; time grows with the cube of the smaller side (4,000 facts: about 10
 * s).
 */
public final class Ridge {
    private static final double TOLERATED_RESIDUAL = 1e-3;
    private static final int CHECKED_ITEMS = 32;

    private final int[][] facts;
    private final TargetRows targets;
    private final double lambda;
    private final Progress progress;

    private Ridge(int[][] facts, TargetRows targets, double lambda, Progress progress) {
        this.facts = facts;
        this.targets = targets;
        this.lambda = lambda;
        this.progress = progress;
    }

    /** On visits as they are. */
    public static RidgeWeights fit(EncodedVisits train, RidgeOptions options, Progress progress) {
        return fit(train.facts(), train.factVocabulary().size(), rows(train), options, progress);
    }

    /**
     * The correction D of a prior table R on other visits: {@code argmin ||Y - X (R + D)||^2 +
     * lambda ||D||^2}. What to score with is {@code D.plus(R)}; where the visits say nothing D is
     * 0.
     *
     * @param prior R, by fact and item of the visits' vocabularies
     */
    public static RidgeWeights correction(
            EncodedVisits train, float[][] prior, RidgeOptions options, Progress progress) {
        TargetRows residual = rows(train).minus(train.facts(), prior);
        return fit(train.facts(), train.factVocabulary().size(), residual, options, progress);
    }

    /**
     * @param facts X: per visit the indices of its facts, ascending
     * @param targets Y: anything, also residuals; read more than once
     * @param progress asked often whether to go on
     * @throws IllegalStateException when rounding spoilt the solution
     */
    public static RidgeWeights fit(
            int[][] facts,
            int factCount,
            TargetRows targets,
            RidgeOptions options,
            Progress progress) {
        if (facts.length != targets.visits()) {
            throw new IllegalArgumentException("facts and targets are of different visits");
        }
        FactPruning kept = FactPruning.of(facts, factCount, options.minCount());
        Ridge ridge = new Ridge(kept.prune(facts), targets, options.lambda(), progress);
        boolean dual = facts.length < kept.size();
        float[][] weights = dual ? ridge.solveDual(kept.size()) : ridge.solvePrimal(kept.size());
        double residual = ridge.relativeGradient(weights);
        if (!(residual <= TOLERATED_RESIDUAL)) {
            throw new IllegalStateException("the ridge's equations were not solved: " + residual);
        }
        float[][] rows = kept.restore(weights, targets.items());
        return new RidgeWeights(rows, kept.size(), dual, residual);
    }

    private static TargetRows rows(EncodedVisits visits) {
        return TargetRows.binary(visits.targets(), visits.itemVocabulary().size());
    }

    private float[][] solvePrimal(int factCount) {
        double[][] gram = lowerTriangle(factCount);
        for (int[] visit : facts) {
            for (int i = 0; i < visit.length; i++) {
                double[] row = gram[visit[i]];
                for (int j = 0; j <= i; j++) {
                    row[visit[j]]++;
                }
            }
        }
        double[][] weights = new double[factCount][targets.items()];
        float[] row = new float[targets.items()];
        for (int visit = 0; visit < facts.length; visit++) {
            targets.read(visit, row);
            for (int fact : facts[visit]) {
                add(row, 1, weights[fact]);
            }
        }
        Cholesky.factor(gram, progress).solve(weights, progress);
        return toFloat(weights);
    }

    private float[][] solveDual(int factCount) {
        double[][] gram = lowerTriangle(facts.length);
        int[][] visitsOf = FactPruning.invert(facts, factCount);
        for (int[] visits : visitsOf) {
            for (int i = 0; i < visits.length; i++) {
                double[] row = gram[visits[i]];
                for (int j = 0; j <= i; j++) {
                    row[visits[j]]++;
                }
            }
        }
        double[][] alpha = new double[facts.length][targets.items()];
        float[] row = new float[targets.items()];
        for (int visit = 0; visit < facts.length; visit++) {
            targets.read(visit, row);
            add(row, 1, alpha[visit]);
        }
        Cholesky.factor(gram, progress).solve(alpha, progress);
        float[][] weights = new float[factCount][];
        for (int fact = 0; fact < factCount; fact++) {
            double[] sum = new double[targets.items()];
            for (int visit : visitsOf[fact]) {
                for (int item = 0; item < sum.length; item++) {
                    sum[item] += alpha[visit][item];
                }
            }
            weights[fact] = toFloat(sum);
        }
        return weights;
    }

    /**
     * Norm of X'(XW - Y) + lambda W over that of X'Y, both of some items spread over all: all share
     * one factorisation, and looking at each would take as long as solving.
     */
    private double relativeGradient(float[][] all) {
        int[] items = spread(targets.items());
        float[][] weights = new float[all.length][];
        for (int fact = 0; fact < all.length; fact++) {
            weights[fact] = picked(all[fact], items);
        }
        double[][] gradient = new double[weights.length][items.length];
        double[][] atZero = new double[weights.length][items.length];
        for (int fact = 0; fact < weights.length; fact++) {
            add(weights[fact], lambda, gradient[fact]);
        }
        float[] row = new float[targets.items()];
        float[] explained = new float[items.length];
        for (int visit = 0; visit < facts.length; visit++) {
            if (visit % 1000 == 0) {
                progress.checkCancelled();
            }
            targets.read(visit, row);
            float[] target = picked(row, items);
            FactRows.sum(weights, facts[visit], explained);
            for (int item = 0; item < explained.length; item++) {
                explained[item] -= target[item];
            }
            for (int fact : facts[visit]) {
                add(target, 1, atZero[fact]);
                add(explained, 1, gradient[fact]);
            }
        }
        double scale = norm(atZero);
        return scale == 0 ? norm(gradient) : norm(gradient) / scale;
    }

    private static int[] spread(int items) {
        int step = Math.ceilDiv(Math.max(1, items), CHECKED_ITEMS);
        return IntStream.iterate(0, item -> item < items, item -> item + step).toArray();
    }

    private static float[] picked(float[] row, int[] items) {
        float[] few = new float[items.length];
        for (int i = 0; i < few.length; i++) {
            few[i] = row[items[i]];
        }
        return few;
    }

    private double[][] lowerTriangle(int size) {
        double[][] rows = new double[size][];
        for (int i = 0; i < size; i++) {
            rows[i] = new double[i + 1];
            rows[i][i] = lambda;
        }
        return rows;
    }

    private static void add(float[] from, double factor, double[] to) {
        for (int item = 0; item < to.length; item++) {
            to[item] += factor * from[item];
        }
    }

    private static double norm(double[][] rows) {
        double sum = 0;
        for (double[] row : rows) {
            for (double each : row) {
                sum += each * each;
            }
        }
        return Math.sqrt(sum);
    }

    private static float[][] toFloat(double[][] rows) {
        return Arrays.stream(rows).map(Ridge::toFloat).toArray(float[][]::new);
    }

    private static float[] toFloat(double[] row) {
        float[] floats = new float[row.length];
        for (int i = 0; i < row.length; i++) {
            floats[i] = (float) row[i];
        }
        return floats;
    }
}
