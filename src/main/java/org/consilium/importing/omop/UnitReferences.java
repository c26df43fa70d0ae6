package org.consilium.importing.omop;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Units before it is known which: a text that ends with the unit's concept and the source's word
 * for it. Not thread-safe.
 */
final class UnitReferences {
    /** No cell holds it: it divides number, concept and word. */
    private static final char DIVIDER = '\0';

    private final Map<Integer, Map<String, String>> known = new HashMap<>();

    /**
     * What stands for a unit until the vocabulary has been read.
     *
     * @param concept 0 where there is none: then it is what the source calls it
     */
    String of(int concept, @Nullable String source) {
        String word = source == null ? "" : source;
        return concept == 0
                ? word
                : known.computeIfAbsent(concept, id -> new HashMap<>())
                        .computeIfAbsent(word, each -> reference("", concept, each));
    }

    /** The same behind a text, such as "<5". */
    String behind(String text, int concept, @Nullable String source) {
        known.computeIfAbsent(concept, id -> new HashMap<>());
        return reference(text, concept, source == null ? "" : source);
    }

    private static String reference(String text, int concept, String word) {
        return text + DIVIDER + concept + DIVIDER + word;
    }

    /** Numbers of the concepts of all units. */
    Set<Integer> concepts() {
        return known.keySet();
    }

    /**
     * The unit of a reference, after its text: the UCUM code, else the source's word, else that it
     * is unknown, since a number without a unit would be a different one.
     */
    static String resolved(String text, Vocabulary vocabulary) {
        int concept = text.indexOf(DIVIDER);
        int word = text.lastIndexOf(DIVIDER);
        if (concept < 0 || word == concept) {
            return text;
        }
        int id = Integer.parseInt(text, concept + 1, word, 10);
        return (text.substring(0, concept) + " " + unit(id, text.substring(word + 1), vocabulary))
                .strip();
    }

    private static String unit(int id, String word, Vocabulary vocabulary) {
        Vocabulary.Entry entry = vocabulary.entry(id);
        if (entry != null && entry.vocabulary().equals("UCUM")) {
            return entry.code();
        }
        if (!word.isEmpty() || id == 0) {
            return word;
        }
        return entry == null ? "(OMOP unit " + id + ")" : entry.name();
    }
}
