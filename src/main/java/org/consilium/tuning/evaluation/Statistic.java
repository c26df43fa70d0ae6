package org.consilium.tuning.evaluation;

/**
 * Figures of one test set that can be worked out again with every patient weighted. Thread-safe.
 */
public interface Statistic {
    /** Numbers of the patients that it rests on, each once. */
    int[] patients();

    /**
     * @param weights by patient number how often the patient counts
     * @return always as many figures in the same order; not a number where the weights leave
     *     nothing to work one out from
     */
    double[] of(int[] weights);
}
