package org.consilium.torch;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers written as places in the list of those that occur.
 *
 * @param used the numbers that occur, each once, in the order in which they are met
 * @param places per number its place in {@code used}
 */
record Places(long[] used, long[] places) {

    static Places of(long[] numbers) {
        Map<Long, Integer> known = new HashMap<>();
        long[] used = new long[numbers.length];
        long[] places = new long[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            int next = known.size();
            Integer place = known.putIfAbsent(numbers[i], next);
            if (place == null) {
                used[next] = numbers[i];
            }
            places[i] = place == null ? next : place;
        }
        return new Places(Arrays.copyOf(used, known.size()), places);
    }
}
