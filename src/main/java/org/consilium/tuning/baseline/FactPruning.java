package org.consilium.tuning.baseline;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The facts frequent enough to be given weights, numbered anew without gaps.
 *
 * @param kept indices in the whole vocabulary, ascending
 * @param numbers by index in the whole vocabulary the new number, or -1
 */
record FactPruning(int[] kept, int[] numbers) {

    static FactPruning of(int[][] facts, int factCount, int minCount) {
        int[] counts = counts(facts, factCount);
        int[] kept =
                IntStream.range(0, factCount).filter(fact -> counts[fact] >= minCount).toArray();
        int[] numbers = new int[factCount];
        Arrays.fill(numbers, -1);
        for (int number = 0; number < kept.length; number++) {
            numbers[kept[number]] = number;
        }
        return new FactPruning(kept, numbers);
    }

    /** The least number of visits, at least {@code minCount}, that leaves so many facts at most. */
    static int leastCount(int[][] facts, int factCount, int minCount, int most) {
        if (factCount <= most) {
            return minCount;
        }
        int[] counts = counts(facts, factCount);
        Arrays.sort(counts);
        return Math.max(minCount, counts[factCount - most - 1] + 1);
    }

    private static int[] counts(int[][] facts, int factCount) {
        int[] counts = new int[factCount];
        Arrays.stream(facts).flatMapToInt(Arrays::stream).forEach(fact -> counts[fact]++);
        return counts;
    }

    int size() {
        return kept.length;
    }

    /** The visits with kept facts only, by their new numbers. */
    int[][] prune(int[][] facts) {
        return Arrays.stream(facts)
                .map(visit ->
                        Arrays.stream(visit)
                                .map(fact -> numbers[fact])
                                .filter(number -> number >= 0)
                                .toArray())
                .toArray(int[][]::new);
    }

    /** A row for every fact of the whole vocabulary, zeros for those not kept. */
    float[][] restore(float[][] rows, int columns) {
        float[][] all = new float[numbers.length][];
        for (int fact = 0; fact < all.length; fact++) {
            all[fact] = numbers[fact] < 0 ? new float[columns] : rows[numbers[fact]];
        }
        return all;
    }

    /** By fact the visits that have it, ascending. */
    static int[][] invert(int[][] facts, int factCount) {
        int[] counts = counts(facts, factCount);
        int[][] visits = new int[factCount][];
        Arrays.setAll(visits, fact -> new int[counts[fact]]);
        int[] filled = new int[factCount];
        for (int visit = 0; visit < facts.length; visit++) {
            for (int fact : facts[visit]) {
                visits[fact][filled[fact]++] = visit;
            }
        }
        return visits;
    }
}
