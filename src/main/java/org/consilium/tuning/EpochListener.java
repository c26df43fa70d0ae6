package org.consilium.tuning;

import java.util.Map;
import org.consilium.tuning.factor.Layer;

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

    /**
     * Which layers learn in an epoch and how fast; told before it.
     *
     * @param epoch from 1
     * @param rates by layer the factor on the learning rate, 0 while it is frozen
     */
    default void layers(int epoch, Map<Layer, Double> rates) {}

    /** What is done after the last epoch, in words. */
    default void stage(String words) {}
}
