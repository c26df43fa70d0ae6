package org.consilium.importing.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Value;
import org.jspecify.annotations.Nullable;

/**
 * Codings that stand beside the ones that were taken: all codings of a CodeableConcept represent
 * the same concept, if not in the same detail (HL7 FHIR R4, "CodeableConcept"). The text is none.
 */
final class FurtherCodings {
    /** Of one CodeableConcept; a hostile one can have a hundred thousand. */
    private static final int MOST = 32;

    private FurtherCodings() {}

    /** A concept that was taken and another code that it has. */
    record Pair(Concept taken, Concept other) {}

    /** Whether a resource has any; most have none. */
    static boolean areIn(Element resource) {
        for (Element child : resource) {
            if (child.isContainer() && areIn(child)) {
                return true;
            }
        }
        return resource.path("coding").size() > 1;
    }

    /**
     * @param taken of that resource, with the names that they were taken under
     */
    static void add(Element resource, List<Concept> taken, List<Pair> pairs) {
        Element codings = resource.path("coding");
        if (codings.size() > 1) {
            addBeside(codings, taken, pairs);
        }
        for (Element child : resource) {
            if (child.isContainer()) {
                add(child, taken, pairs);
            }
        }
    }

    private static void addBeside(Element codings, List<Concept> taken, List<Pair> pairs) {
        List<Concept> here = new ArrayList<>();
        for (Element coding : codings) {
            Concept concept = Codings.alone(coding);
            if (concept != null && !here.contains(concept) && here.size() < MOST) {
                here.add(concept);
            }
        }
        for (Concept concept : taken) {
            if (here.contains(concept)) {
                here.stream()
                        .filter(other -> !other.equals(concept))
                        .forEach(other -> pairs.add(new Pair(concept, other)));
                return; // what else was taken of it was taken elsewhere
            }
        }
    }

    /** What events were made of, the events' own concepts first. */
    static List<Concept> taken(List<Draft> drafts) {
        return Stream.of(
                        drafts.stream().map(Draft::concept),
                        drafts.stream().map(draft -> coded(draft.value())),
                        drafts.stream().map(Draft::reason))
                .flatMap(concepts -> concepts)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
    }

    private static @Nullable Concept coded(@Nullable Value value) {
        return value instanceof Value.Coded coded ? coded.concept() : null;
    }
}
