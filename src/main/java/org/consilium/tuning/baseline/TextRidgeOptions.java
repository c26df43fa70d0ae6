package org.consilium.tuning.baseline;

/**
 * @param lambda penalty on squared weights, above 0
 * @param text weight of the texts' kernel beside that of the codes, from 0
 * @param minCount facts in fewer visits have no weight of their own, only their text's; from 1
 * @param shrinkage visits without any residual that are added when the intercept is taken: 0 for
 *     the plain mean, infinitely many for none
 */
public record TextRidgeOptions(double lambda, double text, int minCount, double shrinkage) {
    public TextRidgeOptions {
        if (!(lambda > 0) || !(text >= 0) || minCount < 1 || !(shrinkage >= 0)) {
            throw new IllegalArgumentException(
                    "lambda must be above 0, the weight of texts and the shrinkage from 0, the least count from 1");
        }
    }
}
