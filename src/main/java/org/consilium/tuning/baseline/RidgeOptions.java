package org.consilium.tuning.baseline;

import org.consilium.tuning.EncodedVisits;

/**
 * @param lambda penalty on squared weights, above 0
 * @param minCount facts in fewer visits get weights of 0; from 1
 */
public record RidgeOptions(double lambda, int minCount) {
    private static final int MOST_FACTS = 8000;

    public static final RidgeOptions DEFAULT = new RidgeOptions(30, 3);

    public RidgeOptions {
        if (!(lambda > 0) || minCount < 1) {
            throw new IllegalArgumentException(
                    "lambda must be above 0 and the least count at least 1");
        }
    }

    /**
     * With every fact, or with the most frequent ones where all would not fit the memory of a
     * workstation: the matrix of so many takes half a gigabyte at most.
     */
    public static RidgeOptions within(double lambda, EncodedVisits train) {
        boolean many = train.size() > MOST_FACTS;
        return new RidgeOptions(
                lambda,
                many
                        ? FactPruning.leastCount(
                                train.facts(), train.factVocabulary().size(), 1, MOST_FACTS)
                        : 1);
    }
}
