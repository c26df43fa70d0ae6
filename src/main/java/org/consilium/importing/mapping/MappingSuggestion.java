package org.consilium.importing.mapping;

import java.util.List;

/**
 * A mapping as the headers and first rows suggest it, to be looked at by a person.
 *
 * @param confidence from 0 (nothing was recognised) to 1 (every column that is needed has one of
 *     its usual names, and its cells look like it)
 * @param questions what only a person can say
 * @param unused columns that became nothing, as "file: column"
 */
public record MappingSuggestion(
        ColumnMapping mapping,
        double confidence,
        List<MappingQuestion> questions,
        List<String> unused) {
    public MappingSuggestion {
        questions = List.copyOf(questions);
        unused = List.copyOf(unused);
    }
}
