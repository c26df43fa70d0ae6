package org.consilium.recommend;

import java.util.Arrays;

/**
 * The additive evidence model as it is served (MODEL.md, "Model"): {@code score(i) = bias(i) + sum
 * over facts e of (factors[e, i] / sqrt(n) + ridge[e, i])} for n known facts. Every term belongs to
 * one fact, so the terms are the attributions. Immutable and thread-safe; plain Java, nothing
 * native.
 */
public final class EvidenceModel {
    private final String name;
    private final Vocabulary<Fact> facts;
    private final Vocabulary<Item> items;
    private final float[] bias;
    private final float[] factors;
    private final float[] ridge;
    private final Calibration calibration;

    /**
     * @param bias I, log odds
     * @param factors F x I row by row, before the division by sqrt(n); not copied
     * @param ridge F x I row by row, weight included; not copied
     */
    public EvidenceModel(
            String name,
            Vocabulary<Fact> facts,
            Vocabulary<Item> items,
            float[] bias,
            float[] factors,
            float[] ridge,
            Calibration calibration) {
        int size = facts.size() * items.size();
        if (bias.length != items.size() || factors.length != size || ridge.length != size) {
            throw new IllegalArgumentException("the evidence table does not fit its vocabularies");
        }
        this.name = name;
        this.facts = facts;
        this.items = items;
        this.bias = bias;
        this.factors = factors;
        this.ridge = ridge;
        this.calibration = calibration;
    }

    public String name() {
        return name;
    }

    public Vocabulary<Fact> facts() {
        return facts;
    }

    public Vocabulary<Item> items() {
        return items;
    }

    public Calibration calibration() {
        return calibration;
    }

    public float bias(int item) {
        return bias[item];
    }

    /**
     * Scores of all items.
     *
     * @param known indices of the facts that the model knows
     * @param scores out, I
     */
    public void score(int[] known, float[] scores) {
        float scale = scale(known);
        System.arraycopy(bias, 0, scores, 0, bias.length);
        for (int fact : known) {
            int row = fact * bias.length;
            for (int i = 0; i < bias.length; i++) {
                scores[i] += factors[row + i] * scale + ridge[row + i];
            }
        }
    }

    /**
     * Contributions of all facts to all items.
     *
     * @param known indices of the facts that the model knows
     * @return n x I; {@code bias(i)} plus column i is the score of item i
     */
    public float[][] contributions(int[] known) {
        float scale = scale(known);
        float[][] contributions = new float[known.length][];
        for (int k = 0; k < known.length; k++) {
            int row = known[k] * bias.length;
            float[] shares = Arrays.copyOfRange(factors, row, row + bias.length);
            for (int i = 0; i < shares.length; i++) {
                shares[i] = shares[i] * scale + ridge[row + i];
            }
            contributions[k] = shares;
        }
        return contributions;
    }

    /**
     * The score of one item.
     *
     * @param known indices of the facts that the model knows
     */
    public double score(int[] known, int item) {
        double scale = scale(known);
        double score = bias[item];
        for (int fact : known) {
            int cell = fact * bias.length + item;
            score += factors[cell] * scale + ridge[cell];
        }
        return score;
    }

    /** What one fact adds to an item's score at a visit with so many known facts. */
    public double weight(int fact, int item, int known) {
        int at = fact * bias.length + item;
        return factors[at] / Math.sqrt(Math.max(1, known)) + ridge[at];
    }

    private static float scale(int[] known) {
        return (float) (1 / Math.sqrt(Math.max(1, known.length)));
    }
}
