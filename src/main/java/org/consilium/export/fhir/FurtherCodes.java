package org.consilium.export.fhir;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.importing.PreferredSystems;

/**
 * What else concepts were coded as; each concept is asked for once. Where the sources gave a
 * concept several codes of one system, none of that system is told: which of them an event had is
 * not known, and a patient with one complication is not to get the codes of all. Not thread-safe.
 */
final class FurtherCodes {
    private final Function<Concept, List<Concept>> source;
    private final Map<Concept, List<Concept>> known = new HashMap<>();

    FurtherCodes(Function<Concept, List<Concept>> source) {
        this.source = source;
    }

    /**
     * Those that do not take the place of the concept itself when the element is read again.
     *
     * @param preferred systems of that element
     */
    List<Concept> of(Concept concept, List<CodeSystem> preferred) {
        int rank = PreferredSystems.rank(concept.system(), preferred);
        return known.computeIfAbsent(concept, this::unambiguous).stream()
                .filter(other -> PreferredSystems.rank(other.system(), preferred) >= rank)
                .toList();
    }

    private List<Concept> unambiguous(Concept concept) {
        Map<CodeSystem, List<Concept>> bySystem =
                source.apply(concept).stream()
                        .collect(
                                Collectors.groupingBy(
                                        Concept::system, LinkedHashMap::new, Collectors.toList()));
        return bySystem.values().stream()
                .filter(codes -> codes.size() == 1)
                .map(List::getFirst)
                .toList();
    }
}
