package org.consilium.meaning;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The names of medicines and the words around them, from their tables. Immutable. */
final class MedicineNames {
    private static final Pattern BREAK = Pattern.compile("[^a-z0-9.%]+");

    private final Map<String, List<String>> names = new HashMap<>();
    private final Map<String, Set<String>> words = new HashMap<>();
    private int longest;

    private MedicineNames() {}

    static MedicineNames shipped() throws IOException {
        MedicineNames names = new MedicineNames();
        for (CSVRecord row : SourcedTable.shipped("ingredient-names.csv")) {
            List<String> words = words(row.get("name"));
            names.names.put(String.join(" ", words), List.of(row.get("ingredients").split("\\+")));
            names.longest = Math.max(names.longest, words.size());
        }
        for (CSVRecord row : SourcedTable.shipped("medicine-words.csv")) {
            names.words
                    .computeIfAbsent(row.get("role"), absent -> new HashSet<>())
                    .add(row.get("word"));
        }
        return names;
    }

    /** A name in its words: lower case, without punctuation. */
    static List<String> words(String name) {
        return Arrays.stream(BREAK.split(name.toLowerCase(Locale.ROOT)))
                .filter(word -> word.chars().anyMatch(Character::isLetterOrDigit))
                .map(MedicineNames::trimmed)
                .toList();
    }

    private static String trimmed(String word) {
        return word.endsWith(".") || word.startsWith(".") ? word.replaceAll("^\\.|\\.$", "") : word;
    }

    /** Whether some name stands for a medicine that contains it. */
    boolean isIngredient(String ingredient) {
        return names.values().stream().anyMatch(contained -> contained.contains(ingredient));
    }

    /** How many words the longest name has. */
    int longest() {
        return longest;
    }

    /** What is in a medicine of that name; null where it is not known. */
    @Nullable List<String> ingredients(List<String> name) {
        return names.get(String.join(" ", name));
    }

    boolean isSalt(String word) {
        return has("salt", word);
    }

    /** Whether the word is an ingredient by itself, so that nothing is taken off behind it. */
    boolean isMineral(String word) {
        return has("mineral", word);
    }

    boolean isNoise(String word) {
        return has("noise", word) || Character.isDigit(word.charAt(0));
    }

    private boolean has(String role, String word) {
        return words.getOrDefault(role, Set.of()).contains(word);
    }
}
