package org.consilium.tuning.baseline;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.Ranker;

/**
 * Item-based neighbours (Sarwar et al., WWW 2001; Deshpande and Karypis, ACM TOIS 22(1) (2004)),
 * from facts to items: each item keeps the facts nearest to it, and its score is the sum of their
 * similarities over those that the visit has. Similarity of a fact and an item is the cosine of the
 * fact's column and the item's target column over the training visits, shrunk for rare pairs:
 *
 * <pre>s(f, i) = n(f, i) / (sqrt(n(f) n(i)) + shrinkage)</pre>
 *
 * Immutable and thread-safe.
 */
public final class ItemKnn implements Ranker {
    private final float[][] similarities;

    private ItemKnn(float[][] similarities) {
        this.similarities = similarities;
    }

    /**
     * @param neighbours facts kept for each item, from 1
     * @param shrinkage in visits, from 0
     */
    public record Options(int neighbours, double shrinkage) {
        public static final Options DEFAULT = new Options(100, 10);

        public Options {
            if (neighbours < 1 || !(shrinkage >= 0)) {
                throw new IllegalArgumentException(
                        "neighbours must be at least 1 and shrinkage at least 0");
            }
        }
    }

    public static ItemKnn fit(EncodedVisits train, Options options) {
        Counts counts = Counts.of(train);
        float[][] similarities = new float[counts.facts().length][counts.items().length];
        for (int item = 0; item < counts.items().length; item++) {
            double[] column = similaritiesTo(item, counts, options.shrinkage());
            for (int fact : nearest(column, options.neighbours())) {
                similarities[fact][item] = (float) column[fact];
            }
        }
        return new ItemKnn(similarities);
    }

    @Override
    public String name() {
        return "itemknn";
    }

    @Override
    public void score(int[] facts, float[] scores) {
        FactRows.sum(similarities, facts, scores);
    }

    private static double[] similaritiesTo(int item, Counts counts, double shrinkage) {
        double[] column = new double[counts.facts().length];
        for (int fact = 0; fact < column.length; fact++) {
            int together = counts.together()[fact][item];
            if (together > 0) {
                double norm = Math.sqrt((double) counts.facts()[fact] * counts.items()[item]);
                column[fact] = together / (norm + shrinkage);
            }
        }
        return column;
    }

    private static int[] nearest(double[] column, int neighbours) {
        return IntStream.range(0, column.length)
                .filter(fact -> column[fact] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(fact -> -column[fact]))
                .limit(neighbours)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
