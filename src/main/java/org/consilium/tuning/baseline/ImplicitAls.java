package org.consilium.tuning.baseline;

import java.util.Arrays;
import java.util.Random;
import org.consilium.job.Progress;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.Ranker;

/**
 * Matrix factorisation of implicit feedback by alternating least squares (Hu, Koren and Volinsky,
 * "Collaborative Filtering for Implicit Feedback Datasets", ICDM 2008) of the binary matrix p of
 * visits x (facts + items):
 *
 * <pre>
 * min sum over v, c of (1 + alpha p[v, c]) (p[v, c] - x_v . y_c)^2 + lambda (||x||^2 + ||y||^2)
 * </pre>
 *
 * solved exactly for all visits, then for all columns, in turn. A new visit is folded in by its
 * facts in closed form ({@link FactorSolver}); its items are unknown and not absent, so they take
 * no part in that. The score of an item is {@code x_v . y_i}. Immutable and thread-safe.
 */
public final class ImplicitAls implements Ranker {
    private static final int BETWEEN_CHECKS = 256;

    private final Options options;
    private final double[][] facts;
    private final double[][] items;
    private final double[][] gram;

    private ImplicitAls(Options options, double[][] facts, double[][] items) {
        this.options = options;
        this.facts = facts;
        this.items = items;
        this.gram = FactorSolver.gram(facts, options.factors());
    }

    /**
     * @param factors length of the vectors, from 1
     * @param alpha confidence that what is observed has beyond what is not, above 0
     * @param lambda penalty on squared factors, above 0
     * @param iterations passes over visits and columns, from 1
     * @param seed of the columns' first vectors
     */
    public record Options(int factors, double alpha, double lambda, int iterations, long seed) {
        public static final Options DEFAULT = new Options(64, 40, 10, 10, 1);

        public Options {
            if (factors < 1 || iterations < 1) {
                throw new IllegalArgumentException("factors and iterations must be at least 1");
            }
            if (!(alpha > 0) || !(lambda > 0)) {
                throw new IllegalArgumentException("alpha and lambda must be above 0");
            }
        }
    }

    /**
     * @param progress asked often whether to go on
     */
    public static ImplicitAls fit(EncodedVisits train, Options options, Progress progress) {
        int factCount = train.factVocabulary().size();
        int columnCount = factCount + train.itemVocabulary().size();
        int[][] rows = Joint.rows(train);
        int[][] columns = FactPruning.invert(rows, columnCount);
        double[][] byRow = new double[rows.length][options.factors()];
        double[][] byColumn = random(columnCount, options);
        for (int iteration = 0; iteration < options.iterations(); iteration++) {
            solve(rows, byColumn, byRow, options, progress);
            solve(columns, byRow, byColumn, options, progress);
            progress.report(iteration + 1L, options.iterations(), "Factorising");
        }
        return of(byColumn, factCount, options);
    }

    /**
     * Folds visits in by column vectors from elsewhere.
     *
     * @param columns vectors of the facts, then of the items
     */
    static ImplicitAls of(double[][] columns, int factCount, Options options) {
        double[][] facts = Arrays.copyOf(columns, factCount);
        double[][] items = Arrays.copyOfRange(columns, factCount, columns.length);
        return new ImplicitAls(options, facts, items);
    }

    @Override
    public String name() {
        return "implicit-als";
    }

    @Override
    public void score(int[] visit, float[] scores) {
        double[] vector = new double[options.factors()];
        solver(facts, gram, options).solve(visit, vector);
        for (int item = 0; item < scores.length; item++) {
            scores[item] = (float) FactorSolver.dot(vector, items[item]);
        }
    }

    /** Vectors of one side, the other held. */
    private static void solve(
            int[][] seen, double[][] from, double[][] into, Options options, Progress progress) {
        FactorSolver solver = solver(from, FactorSolver.gram(from, options.factors()), options);
        for (int row = 0; row < seen.length; row++) {
            if (row % BETWEEN_CHECKS == 0) {
                progress.checkCancelled();
            }
            solver.solve(seen[row], into[row]);
        }
    }

    private static FactorSolver solver(double[][] vectors, double[][] gram, Options options) {
        return new FactorSolver(vectors, gram, options.alpha(), options.lambda());
    }

    private static double[][] random(int count, Options options) {
        Random random = new Random(options.seed());
        double scale = 1 / Math.sqrt(options.factors());
        double[][] vectors = new double[count][options.factors()];
        for (double[] vector : vectors) {
            for (int k = 0; k < vector.length; k++) {
                vector[k] = random.nextGaussian() * scale;
            }
        }
        return vectors;
    }
}
