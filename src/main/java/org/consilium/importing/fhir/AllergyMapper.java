package org.consilium.importing.fhir;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.consilium.clinical.AllergyReactions;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.jspecify.annotations.Nullable;

/**
 * Allergies and intolerances by their substance, else by the substances of their reactions. One
 * that nobody has confirmed is taken: one too many is the safer error. Its value is what is
 * recorded of reactions, type and criticality; the category (food, medication) is what the
 * substance says.
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
        return substances(resource).entrySet().stream()
                .map(each ->
                        Draft.of(EventKind.ALLERGY, each.getKey(), since)
                                .until(Times.Moment.UNKNOWN, ending)
                                .saying(each.getValue().value()))
                .toList();
    }

    /**
     * What it is about, each with its own reactions; those to nothing in particular are those to
     * every one.
     */
    private static Map<Concept, AllergyReactions.Builder> substances(Resource resource)
            throws ResourceException {
        Map<Concept, AllergyReactions.Builder> substances = new LinkedHashMap<>();
        Concept code = Codings.concept(resource.node().path("code"), Codings.CLINICAL);
        Element reactions = resource.node().path("reaction");
        if (code != null) {
            substances.put(code, begun(resource));
        } else {
            for (Element reaction : reactions) {
                Concept substance = substance(reaction);
                if (substance != null) {
                    substances.computeIfAbsent(substance, each -> begun(resource));
                }
            }
        }
        if (substances.isEmpty()) {
            throw new ResourceException("code", "It has neither a code nor a text.");
        }
        for (Element reaction : reactions) {
            Concept to = code == null ? substance(reaction) : code;
            if (to == null) {
                substances.values().forEach(each -> add(reaction, each));
            } else {
                add(reaction, Objects.requireNonNull(substances.get(to)));
            }
        }
        return substances;
    }

    private static AllergyReactions.Builder begun(Resource resource) {
        return new AllergyReactions.Builder()
                .type(resource.text("type"))
                .criticality(resource.text("criticality"));
    }

    private static @Nullable Concept substance(Element reaction) {
        return Codings.concept(reaction.path("substance"), Codings.CLINICAL);
    }

    /** Its manifestations, else the description of the whole. */
    private static void add(Element reaction, AllergyReactions.Builder reactions) {
        String severity = reaction.text("severity");
        boolean named = false;
        for (Element manifestation : reaction.path("manifestation")) {
            Concept concept = Codings.concept(manifestation, Codings.CLINICAL);
            if (concept != null) {
                reactions.add(concept, severity);
                named = true;
            }
        }
        String description = reaction.text("description");
        if (!named && description != null) {
            reactions.add(description, severity);
        }
    }
}
