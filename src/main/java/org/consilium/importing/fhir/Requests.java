package org.consilium.importing.fhir;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which requests were really made (HL7 FHIR R4 request-intent and request-status). */
final class Requests {
    private static final Set<String> NO_ORDER = Set.of("proposal", "plan", "option");

    private Requests() {}

    static @Nullable String notUsed(Resource resource, Set<String> statuses) {
        String intent = resource.text("intent");
        if (intent != null && NO_ORDER.contains(intent)) {
            return intent;
        }
        if (resource.node().path("doNotPerform").asBoolean()) {
            return "not to be done";
        }
        return statuses.contains(resource.status()) ? resource.status() : null;
    }
}
