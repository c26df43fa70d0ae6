package org.consilium.tuning.baseline;

import org.consilium.tuning.factor.Terms;

/**
 * What {@link TextRidge} made: {@code score(i) = bias[i] + sum over facts e of (rows[e][i] +
 * terms[c_e][i] + t_e . text[:, i])} for c_e the fact's term and t_e the sentence vector of its
 * text. So a fact that was never seen still has the share of its term in other roles, or at least
 * of its text.
 *
 * @param bias I
 * @param rows F rows of I; zeros for facts that were too rare
 * @param terms T rows of I; zeros for terms that were too rare
 * @param text TEXT x I, row by row
 */
public record TextRidgeWeights(float[] bias, float[][] rows, float[][] terms, float[] text) {

    /**
     * T rows of I: what a term is worth in a role that was never seen, its text's share included.
     */
    public float[][] termTable(Terms vocabulary) {
        float[][] table = new float[terms.length][];
        for (int term = 0; term < table.length; term++) {
            table[term] = share(vocabulary.termText(), term, text, bias.length);
            FactRows.add(terms[term], table[term]);
        }
        return table;
    }

    /** F rows of I with the shares of terms and texts in them: all that scoring needs. */
    public float[][] table(Terms vocabulary) {
        float[][] byTerm = termTable(vocabulary);
        float[][] table = new float[rows.length][];
        for (int fact = 0; fact < table.length; fact++) {
            table[fact] = byTerm[vocabulary.factTerm()[fact]].clone();
            FactRows.add(rows[fact], table[fact]);
        }
        return table;
    }

    /**
     * What one text is worth to each item.
     *
     * @param vectors sentence vectors, row by row
     * @param text TEXT x I, row by row
     */
    public static float[] share(float[] vectors, int row, float[] text, int items) {
        float[] share = new float[items];
        for (int k = 0; k < Terms.TEXT; k++) {
            float value = vectors[row * Terms.TEXT + k];
            for (int item = 0; item < items; item++) {
                share[item] += value * text[k * items + item];
            }
        }
        return share;
    }
}
