package org.consilium.tuning.factor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.Concept;
import org.consilium.recommend.Fact;
import org.consilium.recommend.Item;
import org.consilium.recommend.Role;
import org.consilium.recommend.Vocabulary;

/**
 * What the factors are indexed by. A term is a concept with its level, shared by all roles that it
 * plays.
 *
 * @param facts F facts
 * @param items I items
 * @param factTerm per fact the index of its term
 * @param factRole per fact the ordinal of its {@link Role}
 * @param termText T x {@link #TEXT} sentence vectors of the terms, row by row
 * @param itemText I x {@link #TEXT} sentence vectors of the items, row by row
 */
public record Terms(
        Vocabulary<Fact> facts,
        Vocabulary<Item> items,
        int[] factTerm,
        int[] factRole,
        float[] termText,
        float[] itemText) {
    /** Length of a sentence vector. */
    public static final int TEXT = 384;

    /** Number of roles. */
    public static final int ROLES = Role.values().length;

    /**
     * Numbers the terms of a vocabulary in the order in which its facts stand, and encodes their
     * texts.
     */
    public static Terms of(Vocabulary<Fact> facts, Vocabulary<Item> items, TextEncoder encoder) {
        Terms none =
                new Terms(
                        new Vocabulary<>(List.of()),
                        new Vocabulary<>(List.of()),
                        new int[0],
                        new int[0],
                        new float[0],
                        new float[0]);
        return none.extended(facts, items, encoder);
    }

    /**
     * These terms and those of more facts and items; only new texts are encoded.
     *
     * @param moreFacts begins with these facts
     * @param moreItems begins with these items
     */
    public Terms extended(
            Vocabulary<Fact> moreFacts, Vocabulary<Item> moreItems, TextEncoder encoder) {
        Map<Term, Integer> numbers = new HashMap<>();
        for (int f = 0; f < facts.size(); f++) {
            numbers.putIfAbsent(Term.of(facts.get(f)), factTerm[f]);
        }
        List<String> texts = new ArrayList<>();
        int[] terms = new int[moreFacts.size()];
        for (int f = 0; f < terms.length; f++) {
            Fact fact = moreFacts.get(f);
            Integer number = numbers.get(Term.of(fact));
            if (number == null) {
                number = terms() + texts.size();
                numbers.put(Term.of(fact), number);
                texts.add(said(fact.concept(), fact.text()));
            }
            terms[f] = number;
        }
        List<String> itemTexts =
                moreItems.entries().stream()
                        .skip(items.size())
                        .map(item -> said(item.concept(), item.concept().display()))
                        .toList();
        return new Terms(
                moreFacts,
                moreItems,
                terms,
                moreFacts.entries().stream().mapToInt(fact -> fact.role().ordinal()).toArray(),
                joined(termText, vectors(texts, encoder)),
                joined(itemText, vectors(itemTexts, encoder)));
    }

    /** A text that is not there has no direction: zeros. */
    private static float[] vectors(List<String> texts, TextEncoder encoder) {
        List<String> said = texts.stream().filter(text -> !text.isEmpty()).toList();
        float[] encoded = encoder.encode(said);
        float[] rows = new float[texts.size() * TEXT];
        int next = 0;
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isEmpty()) {
                System.arraycopy(encoded, TEXT * next++, rows, i * TEXT, TEXT);
            }
        }
        return rows;
    }

    /** Nothing where the source gave a code only: what a number reads like is chance. */
    private static String said(Concept concept, String text) {
        return concept.display().equals(concept.code()) && concept.code().matches("[\\d.]+")
                ? ""
                : text;
    }

    private record Term(Concept concept, String level) {
        static Term of(Fact fact) {
            return new Term(fact.concept(), fact.level());
        }
    }

    private static float[] joined(float[] first, float[] second) {
        float[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** Number of terms. */
    public int terms() {
        return termText.length / TEXT;
    }
}
