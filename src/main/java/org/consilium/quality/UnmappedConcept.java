package org.consilium.quality;

import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;

/**
 * A concept that nobody but the source can interpret.
 *
 * @param events how often it is recorded
 * @param patients who have it
 */
public record UnmappedConcept(
        EventKind kind, Concept concept, Standing standing, long events, PatientList patients) {

    UnmappedConcept anonymous() {
        return new UnmappedConcept(kind, concept, standing, events, patients.anonymous());
    }
}
