package org.consilium.importing.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.jspecify.annotations.Nullable;

/**
 * Allergies and intolerances by their substance, else by the substances of their reactions. One
 * that nobody has confirmed is taken: one too many is the safer error.
 */
final class AllergyMapper implements ResourceMapper {
    private static final Set<String> NO_FACT = Set.of("entered-in-error", "refuted");

    @Override
    public @Nullable String notUsed(Resource resource) {
        String status = resource.codeOf("verificationStatus", NO_FACT);
        if (status != null) {
            return status;
        }
        Concept concept = Codings.concept(resource.node().path("code"), Codings.CLINICAL);
        return concept != null && Negations.saysThereIsNone(concept) ? Negations.REASON : null;
    }

    @Override
    public String startField() {
        return "onset[x]";
    }

    @Override
    public List<Draft> map(Resource resource) throws ResourceException {
        Times.Moment start = resource.times().start(resource.node(), "onset");
        if (start.isUnknown()) {
            start = new Times.Moment(resource.times().time(resource.node(), "recordedDate"), null);
        }
        boolean over = resource.codeOf("clinicalStatus", ConditionMapper.OVER) != null;
        Draft.Ending ending = over ? Draft.Ending.OVER : Draft.Ending.NONE;
        Times.Moment since = start;
        return substances(resource).stream()
                .map(substance ->
                        Draft.of(EventKind.ALLERGY, substance, since)
                                .until(Times.Moment.UNKNOWN, ending))
                .toList();
    }

    private static Set<Concept> substances(Resource resource) throws ResourceException {
        Set<Concept> substances = new LinkedHashSet<>();
        Concept code = Codings.concept(resource.node().path("code"), Codings.CLINICAL);
        if (code != null) {
            substances.add(code);
            return substances;
        }
        for (JsonNode reaction : resource.node().path("reaction")) {
            Concept substance = Codings.concept(reaction.path("substance"), Codings.CLINICAL);
            if (substance != null) {
                substances.add(substance);
            }
        }
        if (substances.isEmpty()) {
            throw new ResourceException("code", "It has neither a code nor a text.");
        }
        return substances;
    }
}
