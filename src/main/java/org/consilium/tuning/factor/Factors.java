package org.consilium.tuning.factor;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * The learned part of the evidence model (MODEL.md, "Model"): for a fact e with term t and role r
 * {@code f(e) = role[r] * (text(t) termWeights + term[t]) + fact[e]}, for an item {@code g(i) =
 * text(i) itemWeights + item[i]}; its share of the score is {@code f(e) . g(i) / sqrt(n)} for n
 * facts. All arrays row by row.
 *
 * @param dimension d
 * @param termWeights TEXT x d
 * @param term T x d
 * @param role ROLES x d
 * @param fact F x d
 * @param itemWeights TEXT x d
 * @param item I x d
 * @param bias I, in log odds
 */
public record Factors(
        int dimension,
        float[] termWeights,
        float[] term,
        float[] role,
        float[] fact,
        float[] itemWeights,
        float[] item,
        float[] bias) {

    /**
     * Small random factors, roles at 1.
     *
     * @param bias log odds of each item's base rate
     */
    public static Factors random(Terms terms, int dimension, float[] bias, long seed) {
        Random random = new Random(seed);
        float scale = (float) (1 / Math.sqrt(dimension));
        float[] role = new float[Terms.ROLES * dimension];
        Arrays.fill(role, 1);
        return new Factors(
                dimension,
                gaussian(Terms.TEXT * dimension, scale, random),
                gaussian(terms.terms() * dimension, scale * .5f, random),
                role,
                gaussian(terms.facts().size() * dimension, scale * .5f, random),
                gaussian(Terms.TEXT * dimension, scale, random),
                gaussian(terms.items().size() * dimension, scale * .5f, random),
                bias.clone());
    }

    /** No factors at all, for a model that is a ridge alone. */
    public static Factors none(int items) {
        float[] nothing = {};
        return new Factors(
                0, nothing, nothing, nothing, nothing, nothing, nothing, new float[items]);
    }

    /**
     * The same factors to which terms beyond the known ones say nothing: their own vector undoes
     * what their text would say. Training may change that.
     */
    public Factors withoutTexts(Terms terms, int known) {
        float[] byText = multiply(terms.termText(), termWeights);
        float[] muted = term.clone();
        for (int at = known * dimension; at < muted.length; at++) {
            muted[at] = -byText[at];
        }
        return new Factors(dimension, termWeights, muted, role, fact, itemWeights, item, bias);
    }

    /** By name, for {@link #of}; shared, not copied. */
    public Map<String, float[]> arrays() {
        return Map.of(
                "termWeights", termWeights,
                "term", term,
                "role", role,
                "fact", fact,
                "itemWeights", itemWeights,
                "item", item,
                "bias", bias);
    }

    /** What {@link #arrays} gave. */
    public static Factors of(int dimension, Map<String, float[]> arrays) {
        return new Factors(
                dimension,
                Objects.requireNonNull(arrays.get("termWeights")),
                Objects.requireNonNull(arrays.get("term")),
                Objects.requireNonNull(arrays.get("role")),
                Objects.requireNonNull(arrays.get("fact")),
                Objects.requireNonNull(arrays.get("itemWeights")),
                Objects.requireNonNull(arrays.get("item")),
                Objects.requireNonNull(arrays.get("bias")));
    }

    public boolean isNone() {
        return dimension == 0;
    }

    private static float[] gaussian(int length, float scale, Random random) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian() * scale;
        }
        return values;
    }

    public Factors withBias(float[] other) {
        return new Factors(dimension, termWeights, term, role, fact, itemWeights, item, other);
    }

    /** Vectors of all facts, F x d. */
    public float[] factVectors(Terms terms) {
        float[] byText = multiply(terms.termText(), termWeights);
        float[] out = new float[fact.length];
        for (int f = 0; f < terms.facts().size(); f++) {
            int t = terms.factTerm()[f] * dimension;
            int r = terms.factRole()[f] * dimension;
            for (int k = 0; k < dimension; k++) {
                int at = f * dimension + k;
                out[at] = role[r + k] * (byText[t + k] + term[t + k]) + fact[at];
            }
        }
        return out;
    }

    /** Vectors of all items, I x d. */
    public float[] itemVectors(Terms terms) {
        float[] out = multiply(terms.itemText(), itemWeights);
        for (int i = 0; i < out.length; i++) {
            out[i] += item[i];
        }
        return out;
    }

    /** The vector of one fact, d; what {@link #factVectors} has as its row. */
    public float[] factVector(Terms terms, int of) {
        int t = terms.factTerm()[of];
        int r = terms.factRole()[of] * dimension;
        float[] out = new float[dimension];
        addText(terms.termText(), t, termWeights, out, 0);
        for (int k = 0; k < dimension; k++) {
            out[k] = role[r + k] * (out[k] + term[t * dimension + k]) + fact[of * dimension + k];
        }
        return out;
    }

    /** Vectors of all items the other way round, d x I. */
    public float[] itemColumns(Terms terms) {
        float[] vectors = itemVectors(terms);
        int count = terms.items().size();
        float[] out = new float[vectors.length];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < dimension; k++) {
                out[k * count + i] = vectors[i * dimension + k];
            }
        }
        return out;
    }

    private float[] multiply(float[] rows, float[] matrix) {
        int count = rows.length / Terms.TEXT;
        float[] out = new float[count * dimension];
        for (int row = 0; row < count; row++) {
            addText(rows, row, matrix, out, row * dimension);
        }
        return out;
    }

    /** Adds what a row of texts says to one vector. */
    private void addText(float[] texts, int row, float[] matrix, float[] out, int to) {
        for (int j = 0; j < Terms.TEXT; j++) {
            addScaled(texts[row * Terms.TEXT + j], matrix, j * dimension, out, to, dimension);
        }
    }

    /** Evidence before the division by sqrt(n), F x I, row by row. */
    public float[] evidence(Terms terms) {
        float[] facts = factVectors(terms);
        float[] items = itemColumns(terms);
        int count = terms.items().size();
        float[] out = new float[terms.facts().size() * count];
        for (int f = 0; f < terms.facts().size(); f++) {
            for (int k = 0; k < dimension; k++) {
                addScaled(facts[f * dimension + k], items, k * count, out, f * count, count);
            }
        }
        return out;
    }

    private static void addScaled(
            float by, float[] values, int from, float[] out, int to, int length) {
        for (int i = 0; i < length; i++) {
            out[to + i] += by * values[from + i];
        }
    }
}
