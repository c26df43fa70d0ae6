package org.consilium.importing.mapping;

import java.util.List;

/**
 * What only a person can say about a suggested mapping.
 *
 * @param file name of the file
 * @param column the column it is about
 * @param sentence the question
 * @param choices patterns of dates of which one is right (to be set by {@link
 *     TableMapping#withDates}); empty where the mapping holds an answer that is to be confirmed
 */
public record MappingQuestion(String file, String column, String sentence, List<String> choices) {
    public MappingQuestion {
        choices = List.copyOf(choices);
    }

    /** Whether the mapping can't be used before it is answered. */
    public boolean mustBeAnswered() {
        return !choices.isEmpty();
    }
}
