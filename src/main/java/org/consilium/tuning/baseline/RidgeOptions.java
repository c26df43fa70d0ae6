package org.consilium.tuning.baseline;

/**
 * @param lambda penalty on squared weights, above 0
 * @param minCount facts in fewer visits get weights of 0; from 1
 */
public record RidgeOptions(double lambda, int minCount) {
    public static final RidgeOptions DEFAULT = new RidgeOptions(30, 3);

    public RidgeOptions {
        if (!(lambda > 0) || minCount < 1) {
            throw new IllegalArgumentException(
                    "lambda must be above 0 and the least count at least 1");
        }
    }
}
