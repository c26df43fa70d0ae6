package org.consilium.tuning;

/** Watches a run; called from the compute thread. */
@FunctionalInterface
public interface EpochListener {
    EpochListener NONE = (epoch, epochs, loss, ndcg) -> {};

    /**
     * @param epoch from 1
     * @param loss mean training loss of the epoch
     * @param ndcg NDCG@10 on the held-out patients after it
     */
    void epoch(int epoch, int epochs, double loss, double ndcg);

    /**
     * What the curve is to be seen beside; told before the first epoch.
     *
     * @param name of a simpler way, or of the untouched model
     * @param ndcg NDCG@10 on the same patients
     */
    default void baseline(String name, double ndcg) {}
}
