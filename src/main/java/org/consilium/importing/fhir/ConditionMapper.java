package org.consilium.importing.fhir;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.consilium.clinical.EventKind;
import org.jspecify.annotations.Nullable;

/** Conditions: those that were refuted or entered in error are none. */
final class ConditionMapper implements ResourceMapper {
    static final Set<String> NO_FACT = Set.of("entered-in-error", "refuted");
    static final Set<String> OVER = Set.of("inactive", "remission", "resolved");

    @Override
    public @Nullable String notUsed(Resource resource) {
        String status = resource.codeOf("verificationStatus");
        return NO_FACT.contains(status) ? status : null;
    }

    @Override
    public List<Draft> map(Resource resource) throws ResourceException {
        Times times = resource.times();
        LocalDateTime recorded = times.time(resource.node(), "recordedDate");
        Times.Moment onset = times.start(resource.node(), "onset");
        Times.Moment abatement = times.end(resource.node(), "abatement");
        boolean over = OVER.contains(resource.codeOf("clinicalStatus"));
        if (over && abatement.isUnknown()) {
            abatement = new Times.Moment(recorded, null);
        }
        return List.of(
                Draft.of(
                                resource.origin("onset[x]"),
                                EventKind.CONDITION,
                                resource.concept("code", Codings.CLINICAL),
                                onset.isUnknown() ? new Times.Moment(recorded, null) : onset)
                        .until(abatement, over ? Draft.Ending.OVER : Draft.Ending.NONE));
    }
}
