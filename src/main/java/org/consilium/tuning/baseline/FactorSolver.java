package org.consilium.tuning.baseline;

import java.util.Arrays;

/**
 * One row's vector when all column vectors Y are held (Hu, Koren and Volinsky, ICDM 2008, equation
 * 4, with confidence 1 + alpha where the row has the column and 1 elsewhere):
 *
 * <pre>x = (Y'Y + alpha sum y y' + lambda I)^-1 (1 + alpha) sum y,  sums over the columns it has
 * </pre>
 *
 * Y'Y is shared by all rows. Solved by L D L' (Golub and Van Loan, Matrix Computations, 4th
 * edition, section 4.1). Loops run along rows of arrays, which the JIT turns into vector
 * instructions. For one thread.
 */
final class FactorSolver {
    private final double[][] vectors;
    private final double[][] gram;
    private final double alpha;
    private final double lambda;
    private final double[][] system;
    private final double[] column;

    /**
     * @param vectors Y, by column
     * @param gram {@link #gram} of them
     */
    FactorSolver(double[][] vectors, double[][] gram, double alpha, double lambda) {
        this.vectors = vectors;
        this.gram = gram;
        this.alpha = alpha;
        this.lambda = lambda;
        this.system = new double[gram.length][gram.length];
        this.column = new double[gram.length];
    }

    /** Lower triangle of Y'Y, the rest zero. */
    static double[][] gram(double[][] vectors, int factors) {
        double[][] sum = new double[factors][factors];
        for (double[] vector : vectors) {
            for (int i = 0; i < factors; i++) {
                axpy(vector[i], vector, sum[i], 0, i + 1);
            }
        }
        return sum;
    }

    /**
     * @param seen the columns that the row has
     * @param vector out: every element is written
     */
    void solve(int[] seen, double[] vector) {
        for (int i = 0; i < gram.length; i++) {
            System.arraycopy(gram[i], 0, system[i], 0, i + 1);
            system[i][i] += lambda;
        }
        Arrays.fill(vector, 0);
        for (int each : seen) {
            axpy(1 + alpha, vectors[each], vector, 0, vector.length);
        }
        addOuterProducts(seen);
        factor();
        substitute(vector);
    }

    /** Four columns at a time, so that the system is read and written a quarter as often. */
    private void addOuterProducts(int[] seen) {
        int at = 0;
        for (; at + 4 <= seen.length; at += 4) {
            double[] a = vectors[seen[at]];
            double[] b = vectors[seen[at + 1]];
            double[] c = vectors[seen[at + 2]];
            double[] d = vectors[seen[at + 3]];
            for (int i = 0; i < system.length; i++) {
                addFour(
                        system[i],
                        i + 1,
                        a,
                        b,
                        c,
                        d,
                        alpha * a[i],
                        alpha * b[i],
                        alpha * c[i],
                        alpha * d[i]);
            }
        }
        for (; at < seen.length; at++) {
            double[] a = vectors[seen[at]];
            for (int i = 0; i < system.length; i++) {
                axpy(alpha * a[i], a, system[i], 0, i + 1);
            }
        }
    }

    private static void addFour(
            double[] row,
            int to,
            double[] a,
            double[] b,
            double[] c,
            double[] d,
            double ca,
            double cb,
            double cc,
            double cd) {
        for (int j = 0; j < to; j++) {
            row[j] += ca * a[j] + cb * b[j] + cc * c[j] + cd * d[j];
        }
    }

    /** L below the diagonal and D on it. */
    private void factor() {
        for (int k = 0; k < system.length; k++) {
            double pivot = system[k][k];
            for (int i = k + 1; i < system.length; i++) {
                column[i] = system[i][k];
            }
            for (int i = k + 1; i < system.length; i++) {
                double share = column[i] / pivot;
                axpy(-share, column, system[i], k + 1, i + 1);
                system[i][k] = share;
            }
        }
    }

    private void substitute(double[] x) {
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= system[i][k] * x[k];
            }
        }
        for (int i = x.length - 1; i >= 0; i--) {
            x[i] /= system[i][i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            axpy(-x[i], system[i], x, 0, i);
        }
    }

    private static void axpy(double factor, double[] from, double[] to, int begin, int end) {
        for (int j = begin; j < end; j++) {
            to[j] += factor * from[j];
        }
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
