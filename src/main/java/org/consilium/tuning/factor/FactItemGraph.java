package org.consilium.tuning.factor;

import java.util.Arrays;
import org.consilium.tuning.EncodedVisits;

/**
 * Which facts were known where which items were started: an edge a pair, weighted by the number of
 * such visits. Vectors are propagated over it by {@code S = Df^-1/2 A Di^-1/2}, with A the weights
 * and D the sums of each side, and averaged over the layers, nothing but that (He et al., SIGIR
 * 2020, "LightGCN", equations 3, 4 and 8; doi 10.1145/3397271.3401063). It is linear in the
 * vectors, so that a model stays a sum over facts. Immutable and thread-safe.
 */
public final class FactItemGraph {
    private final int[] facts;
    private final int[] items;
    private final float[] weights;

    private FactItemGraph(int[] facts, int[] items, float[] weights) {
        this.facts = facts;
        this.items = items;
        this.weights = weights;
    }

    /** Of the visits to learn from. */
    public static FactItemGraph of(EncodedVisits visits) {
        int size = 0;
        for (int visit = 0; visit < visits.size(); visit++) {
            size += visits.facts()[visit].length * visits.targets()[visit].length;
        }
        long[] met = new long[size];
        int next = 0;
        for (int visit = 0; visit < visits.size(); visit++) {
            for (int fact : visits.facts()[visit]) {
                for (int item : visits.targets()[visit]) {
                    met[next++] = (long) fact << Integer.SIZE | item;
                }
            }
        }
        Arrays.sort(met);
        return normalised(met, visits.factVocabulary().size(), visits.itemVocabulary().size());
    }

    /**
     * @param met pairs in order, each as often as it was met
     */
    private static FactItemGraph normalised(long[] met, int factCount, int itemCount) {
        int edges = (int) Arrays.stream(met).distinct().count();
        int[] facts = new int[edges];
        int[] items = new int[edges];
        float[] weights = new float[edges];
        double[] ofFact = new double[factCount];
        double[] ofItem = new double[itemCount];
        int edge = -1;
        for (int i = 0; i < met.length; i++) {
            if (i == 0 || met[i] != met[i - 1]) {
                edge++;
            }
            facts[edge] = (int) (met[i] >> Integer.SIZE);
            items[edge] = (int) met[i];
            weights[edge]++;
            ofFact[facts[edge]]++;
            ofItem[items[edge]]++;
        }
        for (edge = 0; edge < edges; edge++) {
            weights[edge] /= (float) Math.sqrt(ofFact[facts[edge]] * ofItem[items[edge]]);
        }
        return new FactItemGraph(facts, items, weights);
    }

    /** By edge its fact; ascending. Not to be written to. */
    public int[] facts() {
        return facts;
    }

    /** By edge its item. Not to be written to. */
    public int[] items() {
        return items;
    }

    /** By edge its weight in S. Not to be written to. */
    public float[] weights() {
        return weights;
    }

    /** Vectors of facts and of items, F x d and I x d row by row. */
    record Vectors(float[] facts, float[] items) {}

    /** The mean of the layers from the vectors themselves on. */
    Vectors propagated(Vectors vectors, int dimension, int layers) {
        float[] facts = vectors.facts().clone();
        float[] items = vectors.items().clone();
        Vectors layer = vectors;
        for (int k = 0; k < layers; k++) {
            layer = next(layer, dimension);
            add(layer.facts(), facts);
            add(layer.items(), items);
        }
        scale(facts, 1f / (layers + 1));
        scale(items, 1f / (layers + 1));
        return new Vectors(facts, items);
    }

    private Vectors next(Vectors from, int dimension) {
        float[] toFacts = new float[from.facts().length];
        float[] toItems = new float[from.items().length];
        for (int edge = 0; edge < weights.length; edge++) {
            int fact = facts[edge] * dimension;
            int item = items[edge] * dimension;
            for (int k = 0; k < dimension; k++) {
                toFacts[fact + k] += weights[edge] * from.items()[item + k];
                toItems[item + k] += weights[edge] * from.facts()[fact + k];
            }
        }
        return new Vectors(toFacts, toItems);
    }

    private static void add(float[] from, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }

    private static void scale(float[] values, float by) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= by;
        }
    }
}
