package org.consilium.tuning.factor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Map<Fact, Integer> numbers = new HashMap<>();
        List<String> texts = new ArrayList<>();
        int[] factTerm = new int[facts.size()];
        int[] factRole = new int[facts.size()];
        for (int f = 0; f < facts.size(); f++) {
            Fact fact = facts.get(f);
            Fact term = new Fact(fact.concept(), Role.DEMOGRAPHIC, fact.level());
            Integer number = numbers.putIfAbsent(term, texts.size());
            if (number == null) {
                number = texts.size();
                texts.add(fact.text());
            }
            factTerm[f] = number;
            factRole[f] = fact.role().ordinal();
        }
        List<String> itemTexts =
                items.entries().stream().map(item -> item.concept().display()).toList();
        return new Terms(
                facts, items, factTerm, factRole, encoder.encode(texts), encoder.encode(itemTexts));
    }

    /** Number of terms. */
    public int terms() {
        return termText.length / TEXT;
    }
}
