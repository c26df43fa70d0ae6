package org.consilium.quality;

import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.EventKind;

/**
 * Codes of one system for one kind of event.
 *
 * @param concepts how many different ones
 * @param patients who have any
 */
public record CodeUse(
        EventKind kind,
        CodeSystem system,
        Standing standing,
        long events,
        int concepts,
        PatientList patients) {

    CodeUse anonymous() {
        return new CodeUse(kind, system, standing, events, concepts, patients.anonymous());
    }
}
