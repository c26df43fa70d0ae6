package org.consilium.tuning.technique;

import org.consilium.tuning.EncodedVisits;

/**
 * Propagation over the graph of facts that stand in the same visits, without weights to learn, as
 * LightGCN does over users and items (He et al., SIGIR 2020): with X visits x facts, and D the
 * degrees of each side, {@code S = Df^-1/2 X' Dv^-1 X Df^-1/2}.
 */
final class FactGraph {
    private final int[][] facts;
    private final double[] factDegrees;

    FactGraph(EncodedVisits visits) {
        facts = visits.facts();
        factDegrees = new double[visits.factVocabulary().size()];
        for (int[] visit : facts) {
            for (int fact : visit) {
                factDegrees[fact]++;
            }
        }
    }

    /**
     * The table with what its neighbours say: the sum over k up to the layers of {@code share^k S^k
     * W}.
     *
     * @param table W, by fact
     */
    float[][] smooth(float[][] table, int layers, float share) {
        float[][] sum = new float[table.length][];
        float[][] layer = table;
        for (int fact = 0; fact < sum.length; fact++) {
            sum[fact] = table[fact].clone();
        }
        float weight = 1;
        for (int k = 0; k < layers; k++) {
            layer = propagated(layer);
            weight *= share;
            for (int fact = 0; fact < sum.length; fact++) {
                add(layer[fact], weight, sum[fact]);
            }
        }
        return sum;
    }

    private float[][] propagated(float[][] table) {
        int columns = table.length == 0 ? 0 : table[0].length;
        float[][] out = new float[table.length][columns];
        for (int[] visit : facts) {
            float[] met = new float[columns];
            for (int fact : visit) {
                add(table[fact], 1 / (float) Math.sqrt(factDegrees[fact]), met);
            }
            for (int fact : visit) {
                double share = 1 / (visit.length * Math.sqrt(factDegrees[fact]));
                add(met, (float) share, out[fact]);
            }
        }
        return out;
    }

    private static void add(float[] from, float weight, float[] to) {
        for (int j = 0; j < to.length; j++) {
            to[j] += weight * from[j];
        }
    }
}
