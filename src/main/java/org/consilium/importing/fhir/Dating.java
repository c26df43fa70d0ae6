package org.consilium.importing.fhir;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Value;
import org.jspecify.annotations.Nullable;

/** When an event began and ended, once its patient and encounter are known. */
final class Dating {
    private Dating() {}

    /**
     * The event of a draft; null when nothing says when it was.
     *
     * @param visited when its encounter began
     * @param value of it, or its mark
     */
    static @Nullable ClinicalEvent event(
            Draft draft,
            Patient patient,
            @Nullable LocalDateTime visited,
            @Nullable String encounterId,
            Concept concept,
            @Nullable Value value,
            @Nullable Concept reason) {
        LocalDateTime start = at(draft.start(), patient);
        if (start == null) {
            start = visited;
        }
        LocalDate born = patient.birthDate();
        if (start == null && draft.kind() == EventKind.ALLERGY && born != null) {
            start = born.atStartOfDay();
        }
        if (start == null) {
            return null;
        }
        LocalDateTime end = at(draft.end(), patient);
        if (end == null && draft.ending() == Draft.Ending.OVER
                || end != null && end.isBefore(start)) {
            end = start;
        }
        return new ClinicalEvent(
                draft.kind(), draft.category(), concept, encounterId, start, end, value, reason);
    }

    private static @Nullable LocalDateTime at(Times.Moment moment, Patient patient) {
        LocalDate born = patient.birthDate();
        if (moment.age() == null || born == null) {
            return moment.time();
        }
        return born.plus(moment.age()).atStartOfDay();
    }
}
