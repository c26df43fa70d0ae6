package org.consilium.export.fhir;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Ids of resources. FHIR (R4, "id") has letters, digits, - and . up to 64, and an id is one
 * resource's among all of its type; the identifiers of a source may be anything, and those of
 * visits unique within a patient only. What does not fit gets a name-based UUID (RFC 9562, version
 * 3), the same in every export.
 */
final class FhirIds {
    static final String PATIENT_SYSTEM = "urn:consilium:patient";
    static final String ENCOUNTER_SYSTEM = "urn:consilium:encounter";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");
    private static final Pattern UNIQUE =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final char BETWEEN = '\0';

    private FhirIds() {}

    static String patient(String id) {
        return ID.matcher(id).matches() ? id : uuid("patient" + BETWEEN + id);
    }

    static String encounter(String patient, String id) {
        return UNIQUE.matcher(id).matches()
                ? id
                : uuid("encounter" + BETWEEN + patient + BETWEEN + id);
    }

    /**
     * @param index among the patient's events
     */
    static String event(String patient, int index) {
        return uuid("event" + BETWEEN + patient + BETWEEN + index);
    }

    private static String uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
