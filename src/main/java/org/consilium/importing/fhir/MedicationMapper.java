package org.consilium.importing.fhir;

import java.time.LocalDateTime;
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
        boolean not = "n".equals(resource.text("taken")) || resource.isTrue("notGiven"); // STU3
        if (not || noFact.contains(resource.status())) {
            return not ? "not-taken" : resource.status();
        }
        return noneOf(resource) ? Negations.REASON : null;
    }

    @Override
    public String startField() {
        return "effective[x]";
    }

    @Override
    public List<Draft> map(Resource resource) throws ResourceException {
        Times times = resource.times();
        Times.Moment start = times.start(resource.node(), "effective");
        if (start.isUnknown()) {
            start = new Times.Moment(times.time(resource.node(), "dateAsserted"), null);
        }
        LocalDateTime end = times.time(resource.node(), "effectivePeriod", "end");
        boolean over = OVER.contains(resource.status());
        return List.of(
                Draft.of(EventKind.MEDICATION, concept(resource), start)
                        .until(
                                new Times.Moment(end, null),
                                over ? Draft.Ending.OVER : Draft.Ending.NONE)
                        .because(resource.reason()));
    }

    @Override
    public @Nullable String medication(Resource resource) {
        return reference(resource);
    }

    /** Whether it says that no drug is taken. */
    static boolean noneOf(Resource resource) {
        Concept concept =
                Codings.concept(resource.node().path("medicationCodeableConcept"), Codings.DRUGS);
        return concept != null && Negations.saysThereIsNone(concept);
    }

    /** A reference to a Medication outside of the resource; null when there is none. */
    static @Nullable String reference(Resource resource) {
        String reference = resource.reference(resource.node().path("medicationReference"));
        return reference == null || reference.startsWith("#") ? null : reference;
    }

    /** The drug, coded, contained, or known by its name alone; null when it is in another entry. */
    static @Nullable Concept concept(Resource resource) throws ResourceException {
        String reference = resource.reference(resource.node().path("medicationReference"));
        String display = resource.node().path("medicationReference").text("display");
        Concept named = display == null ? null : CodeSystems.ofText(display);
        if (reference == null) {
            return named == null
                    ? resource.concept("medicationCodeableConcept", Codings.DRUGS)
                    : named;
        }
        if (!reference.startsWith("#")) {
            return named;
        }
        Concept contained = Medications.concept(resource.contained(reference));
        if (contained == null) {
            throw new ResourceException(
                    "medicationReference", "The resource contains no such medication.");
        }
        return contained;
    }
}
