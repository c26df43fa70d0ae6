package org.consilium.importing.meaning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What was settled about the events of an import.
 *
 * @param converted results brought into another unit, with their reference ranges
 * @param respelled results whose unit was only spelled anew
 * @param unknownUnits results left as recorded because nobody knows the unit, by unit
 * @param otherUnits results left as recorded because the unit measures something else than such
 *     results are kept in, by unit
 * @param duplicates events left out because the same stood there already
 */
public record MeaningCounts(
        long converted,
        long respelled,
        Map<String, Long> unknownUnits,
        Map<String, Long> otherUnits,
        long duplicates) {
    /** Under this name goes what is too rare or too long to be shown: a cell may hold anything. */
    public static final String OTHERS = "others";

    public static final MeaningCounts NONE = new MeaningCounts(0, 0, Map.of(), Map.of(), 0);

    private static final int NAMED = 6;

    public MeaningCounts {
        unknownUnits = Map.copyOf(unknownUnits);
        otherUnits = Map.copyOf(otherUnits);
    }

    /** For a person: one sentence for each thing that happened. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (converted > 0) {
            sentences.add("Results converted to the usual unit: %,d.".formatted(converted));
        }
        if (respelled > 0) {
            sentences.add("Results whose unit was spelled anew: %,d.".formatted(respelled));
        }
        if (!unknownUnits.isEmpty()) {
            sentences.add("Left as recorded, unit unknown: %s.".formatted(words(unknownUnits)));
        }
        if (!otherUnits.isEmpty()) {
            sentences.add(
                    "Left as recorded, unit can't be converted: %s.".formatted(words(otherUnits)));
        }
        if (duplicates > 0) {
            sentences.add("Events recorded twice, taken once: %,d.".formatted(duplicates));
        }
        return sentences;
    }

    private static String words(Map<String, Long> units) {
        List<String> words =
                units.entrySet().stream()
                        .sorted(
                                Map.Entry.<String, Long>comparingByValue()
                                        .reversed()
                                        .thenComparing(
                                                Map.Entry.comparingByKey(
                                                        Comparator.naturalOrder())))
                        .map(each -> "%s (%,d)".formatted(each.getKey(), each.getValue()))
                        .toList();
        String named = String.join(", ", words.subList(0, Math.min(NAMED, words.size())));
        int more = words.size() - NAMED;
        return more > 0 ? "%s and %,d more".formatted(named, more) : named;
    }
}
