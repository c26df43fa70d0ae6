package org.consilium.tuning.evaluation;

/**
 * Orders items of equal score at random, but always alike for one seed, patient, day and item: the
 * order does not depend on which other visits are evaluated, nor on the ranker, so that two rankers
 * that tie everywhere come out equal. Random numbers are SplitMix64's output function (Steele, Lea
 * and Flood, OOPSLA 2014).
 */
final class TieBreak {
    private final long visitKey;

    TieBreak(long seed, int patient, long day) {
        this.visitKey = mix(mix(mix(seed) + patient) + day);
    }

    /** Whether the first item comes before the second when their scores are equal. */
    boolean before(int item, int other) {
        long key = mix(visitKey + item);
        long otherKey = mix(visitKey + other);
        return key == otherKey ? item < other : key < otherKey;
    }

    private static long mix(long state) {
        long z = state + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
