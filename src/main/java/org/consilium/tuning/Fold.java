package org.consilium.tuning;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One division of a cohort's visits, by their numbers. Arrays are shared, not copied: nobody may
 * write to them.
 *
 * @param site the one that is tested; null when sites play no part
 * @param others visits at the other sites
 * @param local visits at hand for training
 */
record Fold(long seed, @Nullable String site, int[] others, int[] local, int[] test) {

    /** Numbers of the visits that are wanted. */
    static int[] where(int visits, IntPredicate wanted) {
        return IntStream.range(0, visits).filter(wanted).toArray();
    }

    /** Which visits a training set may hold. */
    BitSet known(SplitOptions.LearnFrom from) {
        BitSet known = new BitSet();
        if (from != SplitOptions.LearnFrom.OTHERS) {
            Arrays.stream(local).forEach(known::set);
        }
        if (from != SplitOptions.LearnFrom.LOCAL) {
            Arrays.stream(others).forEach(known::set);
        }
        return known;
    }
}
