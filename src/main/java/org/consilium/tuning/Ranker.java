package org.consilium.tuning;

/** Anything that can order the items of a visit: a model or a baseline. Thread-safe once made. */
public interface Ranker {
    /** Name in reports. */
    String name();

    /**
     * @param facts indices of the visit's facts, ascending
     * @param scores out: one score an item, the higher the better, negative infinity where it can't
     *     recommend the item; every element is written
     */
    void score(int[] facts, float[] scores);
}
