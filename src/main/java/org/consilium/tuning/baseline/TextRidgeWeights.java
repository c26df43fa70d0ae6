package org.consilium.tuning.baseline;

import org.consilium.tuning.factor.Terms;

/**
 * What {@link TextRidge} made: {@code score(i) = bias[i] + sum over facts e of (rows[e][i] + t_e .
 * text[:, i])} for t_e the sentence vector of the fact's text. So a fact that was never seen still
 * has its text's share.
 *
 * @param bias I
 * @param rows F rows of I, of the codes alone; zeros for facts that were too rare
 * @param text TEXT x I, row by row
 */
public record TextRidgeWeights(float[] bias, float[][] rows, float[] text) {

    /** Rows with the share of the texts in them: all that scoring needs. */
    public float[][] table(Terms terms) {
        float[][] byTerm = new float[terms.terms()][];
        float[][] table = new float[rows.length][];
        for (int fact = 0; fact < table.length; fact++) {
            int term = terms.factTerm()[fact];
            if (byTerm[term] == null) {
                byTerm[term] = share(terms.termText(), term, text, bias.length);
            }
            table[fact] = byTerm[term].clone();
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
