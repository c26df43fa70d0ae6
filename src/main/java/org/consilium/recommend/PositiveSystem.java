package org.consilium.recommend;

/** Linear equations with a symmetric positive definite matrix, by Cholesky. */
final class PositiveSystem {
    private PositiveSystem() {}

    /**
     * @param matrix n x n row by row; its lower triangle is overwritten by the factor
     * @param right n; not changed
     */
    static double[] solve(double[] matrix, double[] right) {
        int n = right.length;
        double[] solution = right.clone();
        for (int row = 0; row < n; row++) {
            for (int column = 0; column <= row; column++) {
                double sum = matrix[row * n + column];
                for (int k = 0; k < column; k++) {
                    sum -= matrix[row * n + k] * matrix[column * n + k];
                }
                matrix[row * n + column] =
                        row == column ? Math.sqrt(sum) : sum / matrix[column * n + column];
            }
        }
        for (int row = 0; row < n; row++) {
            for (int k = 0; k < row; k++) {
                solution[row] -= matrix[row * n + k] * solution[k];
            }
            solution[row] /= matrix[row * n + row];
        }
        for (int row = n - 1; row >= 0; row--) {
            for (int k = row + 1; k < n; k++) {
                solution[row] -= matrix[k * n + row] * solution[k];
            }
            solution[row] /= matrix[row * n + row];
        }
        return solution;
    }
}
