package org.consilium.tuning;

import java.util.Arrays;
import org.consilium.tuning.baseline.FactRows;
import org.consilium.tuning.baseline.TextRidgeWeights;
import org.consilium.tuning.factor.Terms;

/**
 * The closed-form part of a model. Arrays are shared, not copied.
 *
 * @param rows F rows of I, the share of the facts' texts included, without their weight
 * @param bias I, without its weight: the rate of each item where no fact speaks
 * @param text TEXT x I row by row: what the text of a fact that has no row is worth; empty where
 *     the ridge knows codes only
 * @param weight w of the model's formula
 */
record RidgePart(float[][] rows, float[] bias, float[] text, double weight) {

    /** Of codes alone, without an intercept. */
    static RidgePart ofCodes(float[][] rows, int items, double weight) {
        return new RidgePart(rows, new float[items], new float[0], weight);
    }

    static RidgePart of(TextRidgeWeights weights, Terms terms, double weight) {
        return new RidgePart(weights.table(terms), weights.bias(), weights.text(), weight);
    }

    /** The same over more facts and items: a new fact has its text's share, a new item nothing. */
    RidgePart over(Terms terms) {
        int items = terms.items().size();
        float[] wide = widened(text, bias.length, items);
        float[][] all = new float[terms.facts().size()][];
        for (int fact = 0; fact < all.length; fact++) {
            if (fact < rows.length) {
                all[fact] = Arrays.copyOf(rows[fact], items);
            } else if (text.length == 0) {
                all[fact] = new float[items];
            } else {
                int term = terms.factTerm()[fact];
                all[fact] = TextRidgeWeights.share(terms.termText(), term, wide, items);
            }
        }
        return new RidgePart(all, Arrays.copyOf(bias, items), wide, weight);
    }

    /** This one and a correction of it over the same facts and items. */
    RidgePart plus(RidgePart correction) {
        float[][] sum = new float[rows.length][];
        for (int fact = 0; fact < sum.length; fact++) {
            sum[fact] = added(rows[fact], correction.rows[fact]);
        }
        return new RidgePart(
                sum, added(bias, correction.bias), added(text, correction.text), weight);
    }

    /** The same to which facts beyond the known ones say nothing, now and later. */
    RidgePart withoutTexts(int known) {
        float[][] muted = rows.clone();
        for (int fact = known; fact < muted.length; fact++) {
            muted[fact] = new float[bias.length];
        }
        return new RidgePart(muted, bias, new float[0], weight);
    }

    private static float[] added(float[] some, float[] more) {
        if (some.length == 0) {
            return more;
        }
        float[] sum = some.clone();
        FactRows.add(more, sum);
        return sum;
    }

    private static float[] widened(float[] matrix, int from, int to) {
        if (matrix.length == 0 || from == to) {
            return matrix;
        }
        float[] wide = new float[matrix.length / from * to];
        for (int row = 0; row * from < matrix.length; row++) {
            System.arraycopy(matrix, row * from, wide, row * to, from);
        }
        return wide;
    }
}
