package org.consilium.importing.fhir;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Patient;
import org.jspecify.annotations.Nullable;

/** When an event began and ended, once its patient and encounter are known. */
final class Dating {
    private Dating() {}

    /** The event of a draft; null when nothing says when it was. */
    static @Nullable ClinicalEvent event(
            Draft draft,
            Patient patient,
            @Nullable Encounter visit,
            @Nullable String encounterId,
            Concept concept,
            @Nullable Concept reason) {
        LocalDateTime start = at(draft.start(), patient);
        if (start == null && visit != null) {
            start = visit.start();
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
                draft.kind(),
                draft.category(),
                concept,
                encounterId,
                start,
                end,
                draft.value(),
                reason);
    }

    private static @Nullable LocalDateTime at(Times.Moment moment, Patient patient) {
        LocalDate born = patient.birthDate();
        if (moment.age() == null || born == null) {
            return moment.time();
        }
        return born.plus(moment.age()).atStartOfDay();
    }
}
