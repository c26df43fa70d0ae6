package org.consilium.tuning.baseline;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.consilium.job.Progress;
import org.consilium.tuning.factor.Terms;

/**
 * Ridge regression with a kernel between facts that are not the same but say the same of another
 * time, or read alike:
 *
 * <pre>K(e, f) = [e = f] + [c_e = c_f] + a t_e . t_f</pre>
 *
 * for c the facts' terms, whatever their roles, and t the sentence vectors of their texts (norm 1,
 * so the product is their cosine). It is plain ridge on the facts and, besides, on a visit's terms
 * and on the sum of its sentence vectors times sqrt(a) (Schoelkopf and Smola, Learning with Kernels
 * (2002), chapter 2), with features and targets centred. The smaller of the two systems is solved,
 * in double precision: of the visits {@code (K + lambda I) A = Y}, or of the features. Its weights
 * are sums over facts, so attributions stay exact.
 */
public final class TextRidge {
    /** With more visits than both together, the rest of the facts and terms has no weight. */
    private static final int MOST_FACTS = 5000;

    private static final int MOST_TERMS = 3000;

    private final FactPruning keptFacts;
    private final FactPruning keptTerms;
    private final int sparse;

    /**
     * Per visit its facts, and from the number of the facts on its terms; ascending, a term again
     * for each of its facts.
     */
    private final int[][] features;

    private final float[][] texts;
    private final TargetRows targets;
    private final TextRidgeOptions options;
    private final double[] targetMeans;
    private final double[] featureMeans;

    private TextRidge(int[][] all, Terms terms, TargetRows targets, TextRidgeOptions options) {
        int[][] termsOf =
                Arrays.stream(all)
                        .map(visit ->
                                Arrays.stream(visit)
                                        .map(fact -> terms.factTerm()[fact])
                                        .sorted()
                                        .toArray())
                        .toArray(int[][]::new);
        this.keptFacts = kept(all, terms.facts().size(), options.minCount(), MOST_FACTS);
        this.keptTerms = kept(termsOf, terms.terms(), options.minCount(), MOST_TERMS);
        this.sparse = keptFacts.size() + keptTerms.size();
        this.features = joined(keptFacts.prune(all), keptTerms.prune(termsOf), keptFacts.size());
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
        boolean dual = facts.length < ridge.size();
        return ridge.weights(dual ? ridge.solveDual(progress) : ridge.solvePrimal(progress));
    }

    private static int[][] joined(int[][] facts, int[][] terms, int offset) {
        int[][] both = new int[facts.length][];
        for (int visit = 0; visit < both.length; visit++) {
            both[visit] =
                    IntStream.concat(
                                    Arrays.stream(facts[visit]),
                                    Arrays.stream(terms[visit]).map(term -> offset + term))
                            .toArray();
        }
        return both;
    }

    /** The matrix of many thousand features would not fit the memory of a workstation. */
    private static FactPruning kept(int[][] visits, int count, int minCount, int most) {
        boolean many = visits.length > MOST_FACTS + MOST_TERMS;
        return FactPruning.of(
                visits,
                count,
                many ? FactPruning.leastCount(visits, count, minCount, most) : minCount);
    }

    private int size() {
        return sparse + (options.text() > 0 ? Terms.TEXT : 0);
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
        for (int visit = 0; visit < features.length; visit++) {
            targets.read(visit, row);
            add(row, 1. / features.length, means);
        }
        return means;
    }

    private double[] featureMeans() {
        double[] means = new double[size()];
        double share = 1. / features.length;
        for (int visit = 0; visit < features.length; visit++) {
            for (int feature : features[visit]) {
                means[feature] += share;
            }
            for (int k = 0; k < texts[visit].length; k++) {
                means[sparse + k] += share * texts[visit][k];
            }
        }
        return means;
    }

    private double[][] solvePrimal(Progress progress) {
        double[][] gram = lowerTriangle(size());
        double[][] weights = new double[size()][targets.items()];
        float[] row = new float[targets.items()];
        for (int visit = 0; visit < features.length; visit++) {
            if (visit % 1000 == 0) {
                progress.checkCancelled();
            }
            addProducts(visit, gram);
            targets.read(visit, row);
            for (int feature : features[visit]) {
                add(row, 1, weights[feature]);
            }
            for (int k = 0; k < texts[visit].length; k++) {
                add(row, texts[visit][k], weights[sparse + k]);
            }
        }
        for (int i = 0; i < gram.length; i++) {
            double mean = featureMeans[i] * features.length;
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
        int[] own = features[visit];
        float[] text = texts[visit];
        for (int i = 0; i < own.length; i++) {
            double[] row = gram[own[i]];
            for (int j = 0; j <= i; j++) {
                // a feature that stands twice meets itself four times, of which three are seen here
                row[own[j]] += j < i && own[j] == own[i] ? 2 : 1;
            }
        }
        for (int k = 0; k < text.length; k++) {
            double[] row = gram[sparse + k];
            for (int feature : own) {
                row[feature] += text[k];
            }
            for (int j = 0; j <= k; j++) {
                row[sparse + j] += (double) text[k] * text[j];
            }
        }
    }

    private double[][] solveDual(Progress progress) {
        double[][] gram = kernel();
        double[] means = rowMeans(gram);
        double mean = Arrays.stream(means).average().orElse(0);
        double[][] alpha = new double[features.length][targets.items()];
        float[] row = new float[targets.items()];
        for (int visit = 0; visit < features.length; visit++) {
            for (int other = 0; other <= visit; other++) {
                gram[visit][other] += mean - means[visit] - means[other];
            }
            gram[visit][visit] += options.lambda();
            targets.read(visit, row);
            add(row, 1, alpha[visit]);
            subtract(targetMeans, 1, alpha[visit]);
        }
        Cholesky.factor(gram, progress).solve(alpha, progress);
        double[][] weights = new double[size()][targets.items()];
        for (int visit = 0; visit < features.length; visit++) {
            for (int feature : features[visit]) {
                add(alpha[visit], 1, weights[feature]);
            }
            for (int k = 0; k < texts[visit].length; k++) {
                add(alpha[visit], texts[visit][k], weights[sparse + k]);
            }
        }
        return weights;
    }

    private double[][] kernel() {
        double[][] gram = lowerTriangle(features.length);
        for (int[] visits : FactPruning.invert(features, sparse)) {
            for (int i = 0; i < visits.length; i++) {
                double[] row = gram[visits[i]];
                for (int j = 0; j <= i; j++) {
                    row[visits[j]] += j < i && visits[j] == visits[i] ? 2 : 1;
                }
            }
        }
        for (int visit = 0; visit < features.length; visit++) {
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
        double shrunk = features.length / (features.length + options.shrinkage());
        for (int item = 0; item < items; item++) {
            intercept[item] = targetMeans[item] * shrunk;
        }
        for (int feature = 0; feature < weights.length; feature++) {
            subtract(weights[feature], featureMeans[feature], intercept);
        }
        float[] text = new float[Terms.TEXT * items];
        for (int k = sparse; k < weights.length; k++) {
            float[] row = toFloat(weights[k], Math.sqrt(options.text()));
            System.arraycopy(row, 0, text, (k - sparse) * items, items);
        }
        return new TextRidgeWeights(
                toFloat(intercept, 1),
                keptFacts.restore(rows(weights, 0, keptFacts.size()), items),
                keptTerms.restore(rows(weights, keptFacts.size(), sparse), items),
                text);
    }

    private static float[][] rows(double[][] weights, int from, int to) {
        return Arrays.stream(weights, from, to).map(row -> toFloat(row, 1)).toArray(float[][]::new);
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
