package org.consilium.ui.patient;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.consilium.clinical.Concept;
import org.consilium.ui.recommendation.Wording;

/**
 * Names and codes of what a chart shows: what tooltips say.
 *
 * @param further what else the sources coded a concept as
 */
record Codes(Map<Concept, List<Concept>> further) {
    /** A broad concept can have the codes of a hundred narrow ones. */
    private static final int MOST = 4;

    Codes {
        further = Map.copyOf(further);
    }

    /** Of these concepts; asks the source for each of them once. */
    static Codes of(Collection<Concept> shown, RecordSource source) {
        Map<Concept, List<Concept>> further = new HashMap<>();
        for (Concept concept : shown) {
            further.computeIfAbsent(concept, source::alsoCoded);
        }
        return new Codes(further);
    }

    /** Full name, code and system, then a line for each system that has further codes. */
    String inFull(Concept concept) {
        Map<String, List<String>> codes =
                further.getOrDefault(concept, List.of()).stream()
                        .collect(
                                Collectors.groupingBy(
                                        other -> other.system().label(),
                                        TreeMap::new,
                                        Collectors.mapping(Concept::code, Collectors.toList())));
        StringBuilder words = new StringBuilder(Wording.inFull(concept));
        codes.forEach((system, all) -> words.append("\nalso %s %s".formatted(system, some(all))));
        return words.toString();
    }

    private static String some(List<String> codes) {
        String first = codes.stream().limit(MOST).collect(Collectors.joining(", "));
        return codes.size() > MOST ? first + " ..." : first;
    }
}
