package org.consilium.importing.fhir;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.jspecify.annotations.Nullable;

/**
 * Conditions that are taken to be there. Of the verification statuses (HL7 FHIR R4, value set
 * condition-ver-status) those that say there is not enough evidence are no fact, nor is one of
 * several possible diagnoses; a provisional diagnosis is what is being treated.
 */
final class ConditionMapper implements ResourceMapper {
    static final Set<String> OVER = Set.of("inactive", "remission", "resolved");

    private static final Set<String> NO_FACT =
            Set.of("entered-in-error", "refuted", "unconfirmed", "differential");

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
        Times times = resource.times();
        LocalDateTime recorded = times.time(resource.node(), "recordedDate");
        Times.Moment onset = times.start(resource.node(), "onset");
        Times.Moment abatement = times.end(resource.node(), "abatement");
        boolean over =
                resource.codeOf("clinicalStatus", OVER) != null
                        || resource.isTrue("abatementBoolean");
        if (over && abatement.isUnknown()) {
            abatement = new Times.Moment(recorded, null);
        }
        return List.of(
                Draft.of(
                                EventKind.CONDITION,
                                resource.concept("code", Codings.CLINICAL),
                                onset.isUnknown() ? new Times.Moment(recorded, null) : onset)
                        .until(abatement, over ? Draft.Ending.OVER : Draft.Ending.NONE));
    }
}
