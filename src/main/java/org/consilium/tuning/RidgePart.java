package org.consilium.tuning;

import java.util.Arrays;
import org.consilium.tuning.baseline.FactRows;
import org.consilium.tuning.baseline.TextRidgeWeights;
import org.consilium.tuning.factor.Terms;

/**
 * The closed-form part of a model. Arrays are shared, not copied.
 *
 * @param rows F rows of I, the shares of terms and texts included, without their weight
 * @param bias I, without its weight: the rate of each item where no fact speaks
 * @param terms T rows of I: what a term is worth in a role that has no row; empty where the ridge
 *     knows facts only
 * @param text TEXT x I row by row: what the text of a term that has no row is worth; empty as well
 * @param weight w of the model's formula
 * @param steadiness visits for which the bias counts when local ones correct it
 */
record RidgePart(
        float[][] rows,
        float[] bias,
        float[][] terms,
        float[] text,
        double weight,
        double steadiness) {
    /** Sites from which on a source shows by itself how far one place is from another. */
    static final int MANY_SITES = 10;

    private static final double OF_MANY = 100;
    private static final double OF_ONE = 400;

    /**
     * How steady a bias is. Of a source of one place nothing says that another is different, so it
     * gives way more slowly; both numbers: docs/benchmarks.md, "Real records as the source".
     *
     * @param sites of the source
     */
    static double steadiness(int sites) {
        return sites >= MANY_SITES ? OF_MANY : OF_ONE;
    }

    /** Whether the source says nothing of how one place is different from another. */
    boolean ofOnePlace() {
        return steadiness > OF_MANY;
    }

    /** Of codes alone, without an intercept. */
    static RidgePart ofCodes(float[][] rows, int items, double weight) {
        return new RidgePart(rows, new float[items], new float[0][], new float[0], weight, OF_ONE);
    }

    static RidgePart of(TextRidgeWeights weights, Terms terms, double weight, double steadiness) {
        float[][] byTerm = weights.termTable(terms);
        return new RidgePart(
                weights.table(terms, byTerm),
                weights.bias(),
                byTerm,
                weights.text(),
                weight,
                steadiness);
    }

    /**
     * The same over more facts and items: a new fact has its term's share, a new term its text's, a
     * new item nothing.
     */
    RidgePart over(Terms more) {
        int items = more.items().size();
        float[] wide = widened(text, bias.length, items);
        float[][] byTerm = new float[0][];
        if (terms.length > 0) {
            byTerm = Arrays.copyOf(terms, more.terms());
            for (int term = 0; term < terms.length; term++) {
                byTerm[term] = Arrays.copyOf(terms[term], items);
            }
            int added = byTerm.length - terms.length;
            System.arraycopy(
                    TextRidgeWeights.shares(more.termText(), terms.length, added, wide, items),
                    0,
                    byTerm,
                    terms.length,
                    added);
        }
        float[][] all = new float[more.facts().size()][];
        for (int fact = 0; fact < all.length; fact++) {
            if (fact < rows.length) {
                all[fact] = Arrays.copyOf(rows[fact], items);
            } else {
                all[fact] =
                        byTerm.length == 0
                                ? new float[items]
                                : byTerm[more.factTerm()[fact]].clone();
            }
        }
        return new RidgePart(all, Arrays.copyOf(bias, items), byTerm, wide, weight, steadiness);
    }

    /**
     * The same where this one has no terms and texts: they are in the rows, and a term that is new
     * later has nothing.
     */
    RidgePart plusRows(RidgePart correction) {
        return new RidgePart(
                added(rows, correction.rows),
                added(bias, correction.bias),
                terms,
                text,
                weight,
                steadiness);
    }

    RidgePart withWeight(double other) {
        return new RidgePart(rows, bias, terms, text, other, steadiness);
    }

    /** This one and a correction of it over the same facts and items. */
    RidgePart plus(RidgePart correction) {
        return new RidgePart(
                added(rows, correction.rows),
                added(bias, correction.bias),
                added(terms, correction.terms),
                added(text, correction.text),
                weight,
                steadiness);
    }

    /** The same to which terms beyond the known ones say nothing, now and later. */
    RidgePart withoutTexts(Terms whole, int known) {
        float[][] muted = rows.clone();
        for (int fact = 0; fact < muted.length; fact++) {
            if (whole.factTerm()[fact] >= known) {
                muted[fact] = new float[bias.length];
            }
        }
        float[][] byTerm = terms.clone();
        for (int term = known; term < byTerm.length; term++) {
            byTerm[term] = new float[bias.length];
        }
        return new RidgePart(muted, bias, byTerm, new float[text.length], weight, steadiness);
    }

    private static float[][] added(float[][] some, float[][] more) {
        if (some.length == 0) {
            return more;
        }
        float[][] sum = new float[some.length][];
        for (int row = 0; row < sum.length; row++) {
            sum[row] = added(some[row], more[row]);
        }
        return sum;
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
