package org.consilium.importing.fhir;

import java.util.List;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.jspecify.annotations.Nullable;

/** Allergies and intolerances by their substance. */
final class AllergyMapper implements ResourceMapper {
    @Override
    public @Nullable String notUsed(Resource resource) {
        String status = resource.codeOf("verificationStatus");
        return ConditionMapper.NO_FACT.contains(status) ? status : null;
    }

    @Override
    public List<Draft> map(Resource resource) throws ResourceException {
        Times.Moment start = resource.times().start(resource.node(), "onset");
        if (start.isUnknown()) {
            start = new Times.Moment(resource.times().time(resource.node(), "recordedDate"), null);
        }
        boolean over = ConditionMapper.OVER.contains(resource.codeOf("clinicalStatus"));
        return List.of(
                Draft.of(resource.origin("onset[x]"), EventKind.ALLERGY, substance(resource), start)
                        .until(Times.Moment.UNKNOWN, over ? Draft.Ending.OVER : Draft.Ending.NONE));
    }

    private static Concept substance(Resource resource) throws ResourceException {
        Concept ofReaction =
                Codings.concept(
                        resource.node().path("reaction").path(0).path("substance"),
                        Codings.CLINICAL);
        return ofReaction != null && resource.node().path("code").isMissingNode()
                ? ofReaction
                : resource.concept("code", Codings.CLINICAL);
    }
}
