package org.consilium.importing.fhir;

import java.util.List;
import java.util.Set;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.importing.CodeSystems;
import org.jspecify.annotations.Nullable;

/**
 * Drugs taken (MedicationStatement) or given (MedicationAdministration).
 *
 * @param noFact statuses under which nothing was taken
 */
record MedicationMapper(Set<String> noFact) implements ResourceMapper {
    private static final Set<String> OVER = Set.of("completed", "stopped");

    @Override
    public @Nullable String notUsed(Resource resource) {
        return noFact.contains(resource.status()) ? resource.status() : null;
    }

    @Override
    public List<Draft> map(Resource resource) throws ResourceException {
        Times times = resource.times();
        Times.Moment start = times.start(resource.node(), "effective");
        if (start.isUnknown()) {
            start = new Times.Moment(times.time(resource.node(), "dateAsserted"), null);
        }
        Times.Moment end =
                new Times.Moment(times.time(resource.node(), "effectivePeriod", "end"), null);
        boolean over = OVER.contains(resource.status());
        return List.of(
                draft(resource, "effective[x]", start)
                        .until(end, over ? Draft.Ending.OVER : Draft.Ending.NONE)
                        .because(resource.reason()));
    }

    /** A draft of its drug: coded, contained, in another entry, or known by its name alone. */
    static Draft draft(Resource resource, String startField, Times.Moment start)
            throws ResourceException {
        Draft.Origin origin = resource.origin(startField);
        String reference = resource.reference(resource.node().path("medicationReference"));
        if (reference == null || reference.startsWith("#")) {
            Concept concept = ownConcept(resource, reference);
            return Draft.of(origin, EventKind.MEDICATION, concept, start);
        }
        String display = resource.text("medicationReference", "display");
        Concept name = display == null ? null : CodeSystems.ofText(display);
        return Draft.of(origin, EventKind.MEDICATION, name, start).ofMedication(reference);
    }

    private static Concept ownConcept(Resource resource, @Nullable String reference)
            throws ResourceException {
        if (reference == null) {
            String name = resource.text("medicationReference", "display");
            return name == null
                    ? resource.concept("medicationCodeableConcept", Codings.DRUGS)
                    : CodeSystems.ofText(name);
        }
        Concept contained =
                Codings.concept(resource.contained(reference).path("code"), Codings.DRUGS);
        if (contained == null) {
            throw new ResourceException(
                    "medicationReference", "The resource contains no such medication.");
        }
        return contained;
    }
}
