package org.consilium.importing.mapping;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a text comes from: a column, or the same for every row.
 *
 * @param column its name; null where it is fixed
 * @param fixed the text; also taken where the cell of the column is empty
 * @param words what words of the source mean (dx: condition), in upper or lower case; words that
 *     are not listed stay as they are
 */
public record CellSource(
        @Nullable String column, @Nullable String fixed, Map<String, String> words) {

    public CellSource(
            @Nullable String column, @Nullable String fixed, @Nullable Map<String, String> words) {
        this.column = column;
        this.fixed = fixed;
        Map<String, String> lower = new LinkedHashMap<>();
        if (words != null) {
            words.forEach((word, meaning) -> lower.put(word.toLowerCase(Locale.ROOT), meaning));
        }
        this.words = Map.copyOf(lower);
    }

    public static CellSource column(String column) {
        return new CellSource(column, null, Map.of());
    }

    public static CellSource column(String column, Map<String, String> words) {
        return new CellSource(column, null, words);
    }

    public static CellSource fixed(String text) {
        return new CellSource(null, text, Map.of());
    }

    /** What a word of the source means. */
    String meaning(String word) {
        return words.isEmpty() ? word : words.getOrDefault(word.toLowerCase(Locale.ROOT), word);
    }

    static Set<String> columns(@Nullable CellSource source) {
        return source == null || source.column == null ? Set.of() : Set.of(source.column);
    }
}
