package org.consilium.tuning.baseline;

import java.util.stream.IntStream;
import org.consilium.job.Progress;

/**
 * Solves symmetric positive definite systems with many right-hand sides, by blocks so that what is
 * read again and again stays in the cache (Golub and Van Loan, Matrix Computations, 4th edition,
 * algorithm 4.2.3). All the heavy work is one kernel whose inner loop the JIT turns into vector
 * instructions, on all cores: each number is computed by one thread in one order, so the result
 * does not depend on how many there are.
 */
final class Cholesky {
    private static final int BLOCK = 64;
    private static final int TILE = 512;

    /** Right-hand sides that one thread solves together. */
    private static final int COLUMNS = 64;

    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /**
     * @param lower rows of the lower triangle, row i with i + 1 elements; overwritten
     * @throws IllegalArgumentException when the matrix is not positive definite
     */
    static Cholesky factor(double[][] lower, Progress progress) {
        Cholesky cholesky = new Cholesky(lower);
        double[][] panel = new double[BLOCK][lower.length];
        for (int start = 0; start < lower.length; start += BLOCK) {
            progress.checkCancelled();
            int end = Math.min(start + BLOCK, lower.length);
            cholesky.finishColumns(start, end);
            cholesky.updateRest(start, end, panel);
        }
        return cholesky;
    }

    /**
     * @param rhs a row for each row of the matrix; overwritten with the solution
     */
    void solve(double[][] rhs, Progress progress) {
        int columns = rhs.length == 0 ? 0 : rhs[0].length;
        IntStream.range(0, Math.ceilDiv(columns, COLUMNS))
                .parallel()
                .forEach(part -> {
                    int from = part * COLUMNS;
                    solve(rhs, from, Math.min(columns, from + COLUMNS), progress);
                });
    }

    private void solve(double[][] rhs, int from, int to, Progress progress) {
        int n = lower.length;
        for (int start = 0; start < n; start += BLOCK) {
            progress.checkCancelled();
            int end = Math.min(start + BLOCK, n);
            for (int i = start; i < n; i++) {
                int known = Math.min(i, end);
                subtract(rhs[i], from, to, lower[i], start, rhs, start, known - start);
                if (i < end) {
                    scale(rhs[i], from, to, 1 / lower[i][i]);
                }
            }
        }
        double[] column = new double[BLOCK];
        for (int start = (n - 1) / BLOCK * BLOCK; start >= 0; start -= BLOCK) {
            progress.checkCancelled();
            int end = Math.min(start + BLOCK, n);
            for (int i = end - 1; i >= 0; i--) {
                int known = Math.max(i + 1, start);
                for (int k = known; k < end; k++) {
                    column[k - known] = lower[k][i];
                }
                subtract(rhs[i], from, to, column, 0, rhs, known, end - known);
                if (i >= start) {
                    scale(rhs[i], from, to, 1 / lower[i][i]);
                }
            }
        }
    }

    /** The factor's columns of one block, once all earlier columns have been taken off. */
    private void finishColumns(int start, int end) {
        for (int i = start; i < end; i++) {
            double[] row = lower[i];
            finishRow(row, start, i);
            double pivot = row[i] - dot(row, row, start, i);
            if (!(pivot > 0)) {
                throw new IllegalArgumentException("the matrix is not positive definite");
            }
            row[i] = Math.sqrt(pivot);
        }
        IntStream.range(end, lower.length).parallel().forEach(i -> finishRow(lower[i], start, end));
    }

    private void finishRow(double[] row, int start, int end) {
        for (int j = start; j < end; j++) {
            row[j] = (row[j] - dot(row, lower[j], start, j)) / lower[j][j];
        }
    }

    /** Takes the block's columns off what is right of them, tile by tile. */
    private void updateRest(int start, int end, double[][] panel) {
        for (int i = end; i < lower.length; i++) {
            for (int k = start; k < end; k++) {
                panel[k - start][i] = lower[i][k];
            }
        }
        for (int tile = end; tile < lower.length; tile += TILE) {
            int left = tile;
            IntStream.range(tile, lower.length)
                    .parallel()
                    .forEach(i -> {
                        int to = Math.min(left + TILE, i + 1);
                        subtract(lower[i], left, to, lower[i], start, panel, 0, end - start);
                    });
        }
    }

    /**
     * row -= sum over k of coefficients[cFrom + k] * rows[rFrom + k], from one column to another.
     */
    private static void subtract(
            double[] row,
            int from,
            int to,
            double[] coefficients,
            int cFrom,
            double[][] rows,
            int rFrom,
            int count) {
        int k = 0;
        for (; k + 4 <= count; k += 4) {
            double c0 = coefficients[cFrom + k];
            double c1 = coefficients[cFrom + k + 1];
            double c2 = coefficients[cFrom + k + 2];
            double c3 = coefficients[cFrom + k + 3];
            double[] r0 = rows[rFrom + k];
            double[] r1 = rows[rFrom + k + 1];
            double[] r2 = rows[rFrom + k + 2];
            double[] r3 = rows[rFrom + k + 3];
            for (int j = from; j < to; j++) {
                row[j] -= c0 * r0[j] + c1 * r1[j] + c2 * r2[j] + c3 * r3[j];
            }
        }
        for (; k < count; k++) {
            double c = coefficients[cFrom + k];
            double[] r = rows[rFrom + k];
            for (int j = from; j < to; j++) {
                row[j] -= c * r[j];
            }
        }
    }

    private static double dot(double[] a, double[] b, int from, int to) {
        double sum = 0;
        for (int k = from; k < to; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    private static void scale(double[] row, int from, int to, double factor) {
        for (int j = from; j < to; j++) {
            row[j] *= factor;
        }
    }
}
