package org.consilium.ui.recommendation;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Rounding by largest remainder: every number is rounded up or down to hundredths so that they add
 * up to the rounded sum of the exact ones.
 */
final class Rounding {
    private Rounding() {}

    static long[] toHundredths(double[] values) {
        long[] rounded = new long[values.length];
        double sum = 0;
        long given = 0;
        for (int i = 0; i < values.length; i++) {
            rounded[i] = (long) Math.floor(values[i] * 100);
            sum += values[i];
            given += rounded[i];
        }
        long missing = Math.round(sum * 100) - given;
        int[] nearestToTheNext =
                IntStream.range(0, values.length)
                        .boxed()
                        .sorted(
                                Comparator.comparingDouble(
                                        i -> Math.floor(values[i] * 100) - values[i] * 100))
                        .mapToInt(Integer::intValue)
                        .toArray();
        for (int i = 0; i < missing; i++) {
            rounded[nearestToTheNext[i]]++;
        }
        return rounded;
    }
}
