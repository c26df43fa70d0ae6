package org.consilium.importing.fhir;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.consilium.clinical.EventKind;
import org.jspecify.annotations.Nullable;

/** Orders of procedures and referrals. */
final class ServiceRequestMapper implements ResourceMapper {
    private static final Set<String> NO_FACT = Set.of("entered-in-error", "revoked", "draft");

    @Override
    public @Nullable String notUsed(Resource resource) {
        return Requests.notUsed(resource, NO_FACT);
    }

    @Override
    public String startField() {
        return "authoredOn";
    }

    @Override
    public List<Draft> map(Resource resource) throws ResourceException {
        LocalDateTime authored = resource.times().time(resource.node(), "authoredOn");
        return List.of(
                Draft.of(
                                EventKind.PROCEDURE,
                                resource.concept("code", Codings.CLINICAL),
                                authored == null
                                        ? resource.times().start(resource.node(), "occurrence")
                                        : new Times.Moment(authored, null))
                        .because(resource.reason()));
    }
}
