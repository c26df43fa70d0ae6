package org.consilium.tuning.baseline;

import java.util.Arrays;
import org.consilium.tuning.Ranker;
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
        float[][] matrix = rowsOf(text, bias.length);
        for (int term = 0; term < table.length; term++) {
            table[term] = terms[term].clone();
            addShare(vocabulary.termText(), term, matrix, table[term]);
        }
        return table;
    }

    /**
     * F rows of I with the shares of terms and texts in them: all that scoring needs.
     *
     * @param byTerm the term table of the same vocabulary
     */
    public float[][] table(Terms vocabulary, float[][] byTerm) {
        float[][] table = new float[rows.length][];
        for (int fact = 0; fact < table.length; fact++) {
            table[fact] = byTerm[vocabulary.factTerm()[fact]].clone();
            FactRows.add(rows[fact], table[fact]);
        }
        return table;
    }

    /** Scores without a table, which takes longer to make than to rank for some thousand visits. */
    public Ranker ranker(Terms vocabulary) {
        float[][] matrix = rowsOf(text, bias.length);
        return new Ranker() {
            @Override
            public String name() {
                return "text ridge";
            }

            @Override
            public void score(int[] facts, float[] scores) {
                System.arraycopy(bias, 0, scores, 0, bias.length);
                float[] texts = new float[Terms.TEXT];
                for (int fact : facts) {
                    int term = vocabulary.factTerm()[fact];
                    FactRows.add(rows[fact], scores);
                    FactRows.add(terms[term], scores);
                    for (int k = 0; k < Terms.TEXT; k++) {
                        texts[k] += vocabulary.termText()[term * Terms.TEXT + k];
                    }
                }
                addShare(texts, 0, matrix, scores);
            }
        };
    }

    /**
     * What texts are worth to each item.
     *
     * @param vectors sentence vectors, row by row
     * @param first row of the first
     * @param count of texts
     * @param text TEXT x I, row by row
     */
    public static float[][] shares(float[] vectors, int first, int count, float[] text, int items) {
        float[][] shares = new float[count][items];
        float[][] matrix = rowsOf(text, items);
        for (int i = 0; i < count; i++) {
            addShare(vectors, first + i, matrix, shares[i]);
        }
        return shares;
    }

    /** As rows of their own, which the inner loop's vector instructions need. */
    private static float[][] rowsOf(float[] text, int items) {
        float[][] rows = new float[Terms.TEXT][];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = Arrays.copyOfRange(text, k * items, (k + 1) * items);
        }
        return rows;
    }

    private static void addShare(float[] vectors, int row, float[][] matrix, float[] share) {
        for (int k = 0; k < Terms.TEXT; k += 4) {
            float v0 = vectors[row * Terms.TEXT + k];
            float v1 = vectors[row * Terms.TEXT + k + 1];
            float v2 = vectors[row * Terms.TEXT + k + 2];
            float v3 = vectors[row * Terms.TEXT + k + 3];
            float[] m0 = matrix[k];
            float[] m1 = matrix[k + 1];
            float[] m2 = matrix[k + 2];
            float[] m3 = matrix[k + 3];
            for (int item = 0; item < share.length; item++) {
                share[item] += v0 * m0[item] + v1 * m1[item] + v2 * m2[item] + v3 * m3[item];
            }
        }
    }
}
