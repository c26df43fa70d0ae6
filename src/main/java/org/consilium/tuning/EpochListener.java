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
}
