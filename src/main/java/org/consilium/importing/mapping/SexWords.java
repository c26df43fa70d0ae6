package org.consilium.importing.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the words of a column of sexes mean.
 *
 * @param question what has to be confirmed; null where nothing has
 */
record SexWords(Map<String, String> meanings, @Nullable String question) {
    private static final Set<String> CLEAR =
            Set.of("f", "m", "o", "u", "female", "male", "other", "unknown");

    /** Words of some languages (German, French, Spanish, Italian, Dutch). */
    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    Map.entry("w", "female"),
                    Map.entry("weiblich", "female"),
                    Map.entry("männlich", "male"),
                    Map.entry("femme", "female"),
                    Map.entry("homme", "male"),
                    Map.entry("mujer", "female"),
                    Map.entry("hombre", "male"),
                    Map.entry("femenino", "female"),
                    Map.entry("masculino", "male"),
                    Map.entry("femminile", "female"),
                    Map.entry("maschile", "male"),
                    Map.entry("vrouw", "female"),
                    Map.entry("man", "male"),
                    Map.entry("woman", "female"),
                    Map.entry("d", "other"),
                    Map.entry("divers", "other"));

    /** ISO/IEC 5218, "Codes for the representation of human sexes". */
    private static final Map<String, String> NUMBERS =
            Map.of("0", "unknown", "1", "male", "2", "female", "9", "unknown");

    static SexWords of(List<String> cells) {
        Set<String> seen = new TreeSet<>();
        for (String cell : cells) {
            seen.add(cell.toLowerCase(Locale.ROOT));
        }
        if (seen.contains("2") && NUMBERS.keySet().containsAll(seen)) {
            Map<String, String> used = new TreeMap<>(NUMBERS);
            used.keySet().retainAll(seen);
            return new SexWords(used, "Is 1 male and 2 female here, as ISO/IEC 5218 has it?");
        }
        Map<String, String> meanings = new TreeMap<>();
        Set<String> unclear = new TreeSet<>();
        for (String word : seen) {
            if (WORDS.containsKey(word)) {
                meanings.put(word, WORDS.get(word));
            } else if (!CLEAR.contains(word)) {
                unclear.add(word);
            }
        }
        return new SexWords(
                meanings,
                unclear.isEmpty()
                        ? null
                        : "Some of its words are not known: say in sex.words what they mean.");
    }
}
