package org.consilium.importing.fhir;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which requests were really made (HL7 FHIR R4 request-intent and request-status). */
final class Requests {
    private static final Set<String> NO_ORDER = Set.of("proposal", "plan", "option");

    private Requests() {}

    static @Nullable String notUsed(Resource resource, Set<String> statuses) {
        String intent = resource.text("intent");
        if (intent != null && NO_ORDER.contains(intent) && !isReported(resource)) {
            return intent;
        }
        if (resource.isTrue("doNotPerform")) {
            return "not to be done";
        }
        return statuses.contains(resource.status()) ? resource.status() : null;
    }

    /**
     * What patients take of their own accord is recorded as their plan (HL7 US Core, profile
     * MedicationRequest).
     */
    private static boolean isReported(Resource resource) {
        return "plan".equals(resource.text("intent"))
                && (resource.isTrue("reportedBoolean")
                        || resource.node().path("reportedReference").isObject());
    }
}
