package org.consilium.tuning;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.consilium.recommend.Calibration;
import org.consilium.recommend.EvidenceModel;

/**
 * A learned model as a ranker of encoded visits over its vocabularies. The sum is that of {@link
 * EvidenceModel}, but taken by the vectors of the facts that occur: the table of all facts and
 * items takes longer to make than some hundred visits take to rank. Thread-safe.
 */
final class LearnedRanker implements ProbableRanker {
    private final String name;
    private final LearnedModel model;
    private final float[] bias;

    /** One row a dimension, so that the loop over the items runs in order. */
    private final float[] items;

    private final AtomicReferenceArray<float[]> facts;

    LearnedRanker(String name, LearnedModel model) {
        this.name = name;
        this.model = model;
        this.bias = model.bias();
        this.items = model.factors().itemColumns(model.terms());
        this.facts = new AtomicReferenceArray<>(model.terms().facts().size());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Calibration calibration() {
        return model.calibration();
    }

    @Override
    public void score(int[] known, float[] scores) {
        System.arraycopy(bias, 0, scores, 0, bias.length);
        float[][] rows = model.ridge().rows();
        float weight = (float) model.ridge().weight();
        for (int fact : known) {
            add(rows[fact], 0, weight, scores);
        }
        int dimension = model.factors().dimension();
        float[] sum = new float[dimension];
        for (int fact : known) {
            add(vector(fact), 0, 1, sum);
        }
        float scale = (float) (1 / Math.sqrt(Math.max(1, known.length)));
        for (int k = 0; k < dimension; k++) {
            add(items, k * scores.length, sum[k] * scale, scores);
        }
    }

    private float[] vector(int fact) {
        float[] vector = facts.get(fact);
        if (vector == null) {
            vector = model.factors().factVector(model.terms(), fact);
            facts.set(fact, vector);
        }
        return vector;
    }

    private static void add(float[] values, int from, float weight, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += weight * values[from + i];
        }
    }
}
