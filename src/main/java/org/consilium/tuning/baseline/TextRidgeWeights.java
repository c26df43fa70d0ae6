package org.consilium.tuning.baseline;

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

    /** Scores without a table, which takes longer to make than to rank for some thousand visits. */
    public Ranker ranker(Terms vocabulary) {
        return new Ranker() {
            @Override
            public String name() {
                return "text ridge";
            }

            @Override
            public void score(int[] facts, float[] scores) {
                TextRidgeWeights.this.score(facts, vocabulary, scores);
            }
        };
    }

    private void score(int[] facts, Terms vocabulary, float[] scores) {
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
        FactRows.add(share(texts, 0, text, bias.length), scores);
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
