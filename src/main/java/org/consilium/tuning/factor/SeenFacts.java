package org.consilium.tuning.factor;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.consilium.recommend.Fact;
import org.consilium.recommend.Vocabulary;
import org.consilium.tuning.EncodedVisits;

/**
 * The facts that some visits have, as a smaller task. The vectors of all others get no gradient and
 * L2-SP holds them where they are, so that a training which leaves them out ends the same and does
 * not pay for a base model's whole vocabulary in each step. Arrays are shared, not copied.
 *
 * @param whole the terms of all facts
 * @param facts indices of the facts that occur, ascending
 * @param terms indices of their terms, ascending
 */
public record SeenFacts(Terms whole, int[] facts, int[] terms) {

    public static SeenFacts of(Terms terms, EncodedVisits visits) {
        BitSet facts = new BitSet();
        for (int[] visit : visits.facts()) {
            Arrays.stream(visit).forEach(facts::set);
        }
        BitSet used = new BitSet();
        facts.stream().forEach(fact -> used.set(terms.factTerm()[fact]));
        return new SeenFacts(terms, facts.stream().toArray(), used.stream().toArray());
    }

    /** The terms of these facts alone. */
    public Terms reduced() {
        int[] places = places(terms, whole.terms());
        return new Terms(
                vocabulary(),
                whole.items(),
                Arrays.stream(facts).map(fact -> places[whole.factTerm()[fact]]).toArray(),
                Arrays.stream(facts).map(fact -> whole.factRole()[fact]).toArray(),
                rows(whole.termText(), terms, Terms.TEXT),
                whole.itemText());
    }

    /** Visits that have no other facts, over {@link #reduced}. */
    public EncodedVisits reduced(EncodedVisits visits) {
        int[] places = places(facts, whole.facts().size());
        return new EncodedVisits(
                vocabulary(),
                visits.itemVocabulary(),
                Arrays.stream(visits.facts())
                        .map(visit -> Arrays.stream(visit).map(fact -> places[fact]).toArray())
                        .toArray(int[][]::new),
                visits.targets(),
                visits.masked(),
                visits.patients(),
                visits.days());
    }

    /** What factors of the whole say of these facts. */
    public Factors reduced(Factors factors) {
        int d = factors.dimension();
        return new Factors(
                d,
                factors.termWeights(),
                rows(factors.term(), terms, d),
                factors.role(),
                rows(factors.fact(), facts, d),
                factors.itemWeights(),
                factors.item(),
                factors.bias());
    }

    /**
     * Factors of the whole again.
     *
     * @param learned of these facts
     * @param others where all other facts are
     */
    public Factors whole(Factors learned, Factors others) {
        int d = learned.dimension();
        return new Factors(
                d,
                learned.termWeights(),
                with(others.term(), learned.term(), terms, d),
                learned.role(),
                with(others.fact(), learned.fact(), facts, d),
                learned.itemWeights(),
                learned.item(),
                learned.bias());
    }

    private Vocabulary<Fact> vocabulary() {
        return new Vocabulary<>(Arrays.stream(facts).mapToObj(whole.facts()::get).toList());
    }

    private static int[] places(int[] kept, int all) {
        int[] places = new int[all];
        IntStream.range(0, kept.length).forEach(place -> places[kept[place]] = place);
        return places;
    }

    private static float[] rows(float[] table, int[] kept, int width) {
        float[] rows = new float[kept.length * width];
        for (int row = 0; row < kept.length; row++) {
            System.arraycopy(table, kept[row] * width, rows, row * width, width);
        }
        return rows;
    }

    private static float[] with(float[] table, float[] rows, int[] kept, int width) {
        float[] with = table.clone();
        for (int row = 0; row < kept.length; row++) {
            System.arraycopy(rows, row * width, with, kept[row] * width, width);
        }
        return with;
    }
}
