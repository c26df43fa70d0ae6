package org.consilium.tuning;

import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.consilium.recommend.Item;
import org.consilium.recommend.Vocabulary;
import org.consilium.tuning.factor.Factors;
import org.consilium.tuning.factor.Terms;

/** A model without the items that it is not to recommend. Scores of the others stay as they are. */
final class OfferedItems {
    private final LearnedModel model;
    private final int[] kept;

    private OfferedItems(LearnedModel model, int[] kept) {
        this.model = model;
        this.kept = kept;
    }

    /** The model itself where all are offered. */
    static LearnedModel of(LearnedModel model, Predicate<Item> offered) {
        Vocabulary<Item> items = model.terms().items();
        int[] kept =
                IntStream.range(0, items.size())
                        .filter(item -> offered.test(items.get(item)))
                        .toArray();
        return kept.length == items.size() ? model : new OfferedItems(model, kept).model();
    }

    private LearnedModel model() {
        Terms terms = model.terms();
        Factors factors = model.factors();
        int dimension = factors.dimension();
        RidgePart ridge = model.ridge();
        return new LearnedModel(
                model.name(),
                model.base(),
                model.cohort(),
                new Terms(
                        terms.facts(),
                        new Vocabulary<>(IntStream.of(kept).mapToObj(terms.items()::get).toList()),
                        terms.factTerm(),
                        terms.factRole(),
                        terms.termText(),
                        blocks(terms.itemText(), Terms.TEXT)),
                new Factors(
                        dimension,
                        factors.termWeights(),
                        factors.term(),
                        factors.role(),
                        factors.fact(),
                        factors.itemWeights(),
                        blocks(factors.item(), dimension),
                        blocks(factors.bias(), 1)),
                new RidgePart(
                        rows(ridge.rows()),
                        blocks(ridge.bias(), 1),
                        rows(ridge.terms()),
                        columns(ridge.text()),
                        ridge.weight(),
                        ridge.steadiness()),
                model.calibration(),
                blocks(model.itemRates(), 1),
                model.factRates(),
                model.provenance());
    }

    /** Of the kept items so many numbers each. */
    private float[] blocks(float[] all, int length) {
        float[] some = new float[kept.length * length];
        for (int i = 0; i < kept.length; i++) {
            System.arraycopy(all, kept[i] * length, some, i * length, length);
        }
        return some;
    }

    private float[][] rows(float[][] all) {
        float[][] some = new float[all.length][];
        for (int row = 0; row < some.length; row++) {
            some[row] = blocks(all[row], 1);
        }
        return some;
    }

    /** Of a matrix, row by row, the columns of the kept items. */
    private float[] columns(float[] matrix) {
        int wide = model.terms().items().size();
        int rows = matrix.length / wide;
        float[] narrow = new float[rows * kept.length];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < kept.length; i++) {
                narrow[row * kept.length + i] = matrix[row * wide + kept[i]];
            }
        }
        return narrow;
    }
}
