package org.consilium.tuning.baseline;

import java.util.Arrays;
import org.consilium.job.Progress;
import org.consilium.tuning.factor.Terms;

/**
 * Ridge regression with a kernel between facts that are not the same but read alike:
 *
 * <pre>K(e, f) = [e = f] + a t_e . t_f</pre>
 *
 * for t the sentence vectors of their texts (norm 1, so the product is their cosine). It is plain
 * ridge on the facts and, besides, on the sum of a visit's sentence vectors times sqrt(a)
 * (Schoelkopf and Smola, Learning with Kernels (2002), chapter 2), with features and targets
 * centred. The smaller of the two systems is solved, in double precision: of the visits {@code (K +
 * lambda I) A = Y}, or of the features. Its weights are sums over facts, so attributions stay
 * exact.
 */
public final class TextRidge {
    private final FactPruning kept;
    private final int[][] facts;
    private final float[][] texts;
    private final TargetRows targets;
    private final TextRidgeOptions options;
    private final double[] targetMeans;
    private final double[] featureMeans;

    private TextRidge(int[][] all, Terms terms, TargetRows targets, TextRidgeOptions options) {
        this.kept = FactPruning.of(all, terms.facts().size(), options.minCount());
        this.facts = kept.prune(all);
        this.texts = texts(all, terms, Math.sqrt(options.text()));
        this.targets = targets;
        this.options = options;
        this.targetMeans = targetMeans();
        this.featureMeans = featureMeans();
    }

    /**
     * @param facts per visit the indices of its facts in the terms, ascending; at least one visit
     * @param targets anything, also residuals; read more than once
     * @param progress asked often whether to go on
     */
    public static TextRidgeWeights fit(
            int[][] facts,
            Terms terms,
            TargetRows targets,
            TextRidgeOptions options,
            Progress progress) {
        if (facts.length != targets.visits() || facts.length == 0) {
            throw new IllegalArgumentException("facts and targets must be of the same visits");
        }
        TextRidge ridge = new TextRidge(facts, terms, targets, options);
        boolean dual = facts.length < ridge.features();
        return ridge.weights(dual ? ridge.solveDual(progress) : ridge.solvePrimal(progress));
    }

    private int features() {
        return kept.size() + (options.text() > 0 ? Terms.TEXT : 0);
    }

    private static float[][] texts(int[][] facts, Terms terms, double scale) {
        if (scale == 0) {
            return new float[facts.length][0];
        }
        float[][] sums = new float[facts.length][Terms.TEXT];
        for (int visit = 0; visit < facts.length; visit++) {
            for (int fact : facts[visit]) {
                int from = terms.factTerm()[fact] * Terms.TEXT;
                for (int k = 0; k < Terms.TEXT; k++) {
                    sums[visit][k] += (float) (scale * terms.termText()[from + k]);
                }
            }
        }
        return sums;
    }

    private double[] targetMeans() {
        double[] means = new double[targets.items()];
        float[] row = new float[targets.items()];
        for (int visit = 0; visit < facts.length; visit++) {
            targets.read(visit, row);
            add(row, 1. / facts.length, means);
        }
        return means;
    }

    private double[] featureMeans() {
        double[] means = new double[features()];
        double share = 1. / facts.length;
        for (int visit = 0; visit < facts.length; visit++) {
            for (int fact : facts[visit]) {
                means[fact] += share;
            }
            for (int k = 0; k < texts[visit].length; k++) {
                means[kept.size() + k] += share * texts[visit][k];
            }
        }
        return means;
    }

    private double[][] solvePrimal(Progress progress) {
        int own = kept.size();
        double[][] gram = lowerTriangle(features());
        double[][] weights = new double[features()][targets.items()];
        float[] row = new float[targets.items()];
        for (int visit = 0; visit < facts.length; visit++) {
            if (visit % 1000 == 0) {
                progress.checkCancelled();
            }
            addProducts(visit, gram);
            targets.read(visit, row);
            for (int fact : facts[visit]) {
                add(row, 1, weights[fact]);
            }
            for (int k = 0; k < texts[visit].length; k++) {
                add(row, texts[visit][k], weights[own + k]);
            }
        }
        for (int i = 0; i < gram.length; i++) {
            double mean = featureMeans[i] * facts.length;
            for (int j = 0; j <= i; j++) {
                gram[i][j] -= mean * featureMeans[j];
            }
            gram[i][i] += options.lambda();
            subtract(targetMeans, mean, weights[i]);
        }
        Cholesky.factor(gram, progress).solve(weights, progress);
        return weights;
    }

    private void addProducts(int visit, double[][] gram) {
        int[] own = facts[visit];
        float[] text = texts[visit];
        for (int i = 0; i < own.length; i++) {
            double[] row = gram[own[i]];
            for (int j = 0; j <= i; j++) {
                row[own[j]]++;
            }
        }
        for (int k = 0; k < text.length; k++) {
            double[] row = gram[kept.size() + k];
            for (int fact : own) {
                row[fact] += text[k];
            }
            for (int j = 0; j <= k; j++) {
                row[kept.size() + j] += (double) text[k] * text[j];
            }
        }
    }

    private double[][] solveDual(Progress progress) {
        double[][] gram = kernel();
        double[] means = rowMeans(gram);
        double mean = Arrays.stream(means).average().orElse(0);
        double[][] alpha = new double[facts.length][targets.items()];
        float[] row = new float[targets.items()];
        for (int visit = 0; visit < facts.length; visit++) {
            for (int other = 0; other <= visit; other++) {
                gram[visit][other] += mean - means[visit] - means[other];
            }
            gram[visit][visit] += options.lambda();
            targets.read(visit, row);
            add(row, 1, alpha[visit]);
            subtract(targetMeans, 1, alpha[visit]);
        }
        Cholesky.factor(gram, progress).solve(alpha, progress);
        double[][] weights = new double[features()][targets.items()];
        for (int visit = 0; visit < facts.length; visit++) {
            for (int fact : facts[visit]) {
                add(alpha[visit], 1, weights[fact]);
            }
            for (int k = 0; k < texts[visit].length; k++) {
                add(alpha[visit], texts[visit][k], weights[kept.size() + k]);
            }
        }
        return weights;
    }

    private double[][] kernel() {
        double[][] gram = lowerTriangle(facts.length);
        for (int[] visits : FactPruning.invert(facts, kept.size())) {
            for (int i = 0; i < visits.length; i++) {
                double[] row = gram[visits[i]];
                for (int j = 0; j <= i; j++) {
                    row[visits[j]]++;
                }
            }
        }
        for (int visit = 0; visit < facts.length; visit++) {
            for (int other = 0; other <= visit; other++) {
                gram[visit][other] += dot(texts[visit], texts[other]);
            }
        }
        return gram;
    }

    /** The mean of each row of the whole symmetric matrix. */
    private static double[] rowMeans(double[][] lower) {
        double[] means = new double[lower.length];
        for (int i = 0; i < lower.length; i++) {
            for (int j = 0; j <= i; j++) {
                means[i] += lower[i][j] / lower.length;
                if (j < i) {
                    means[j] += lower[i][j] / lower.length;
                }
            }
        }
        return means;
    }

    private TextRidgeWeights weights(double[][] weights) {
        int items = targets.items();
        double[] intercept = new double[items];
        double shrunk = facts.length / (facts.length + options.shrinkage());
        for (int item = 0; item < items; item++) {
            intercept[item] = targetMeans[item] * shrunk;
        }
        for (int feature = 0; feature < weights.length; feature++) {
            subtract(weights[feature], featureMeans[feature], intercept);
        }
        float[][] own = new float[kept.size()][];
        for (int fact = 0; fact < own.length; fact++) {
            own[fact] = toFloat(weights[fact], 1);
        }
        float[] text = new float[Terms.TEXT * items];
        for (int k = own.length; k < weights.length; k++) {
            float[] row = toFloat(weights[k], Math.sqrt(options.text()));
            System.arraycopy(row, 0, text, (k - own.length) * items, items);
        }
        return new TextRidgeWeights(toFloat(intercept, 1), kept.restore(own, items), text);
    }

    private static double[][] lowerTriangle(int size) {
        double[][] rows = new double[size][];
        for (int i = 0; i < size; i++) {
            rows[i] = new double[i + 1];
        }
        return rows;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += (double) a[k] * b[k];
        }
        return sum;
    }

    private static void add(float[] from, double factor, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * from[i];
        }
    }

    private static void add(double[] from, double factor, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * from[i];
        }
    }

    private static void subtract(double[] from, double factor, double[] to) {
        add(from, -factor, to);
    }

    private static float[] toFloat(double[] row, double factor) {
        float[] floats = new float[row.length];
        for (int i = 0; i < row.length; i++) {
            floats[i] = (float) (factor * row[i]);
        }
        return floats;
    }
}
