package org.consilium.clinical;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One visit.
 *
 * @param id the source's identifier, unique within a patient
 * @param encounterClass lower case as recorded: ambulatory, wellness, inpatient, emergency ...
 * @param type what sort of visit it was
 * @param reason why the patient came (known before anything is ordered)
 * @param start wall clock at the place of care
 */
public record Encounter(
        String id,
        String encounterClass,
        @Nullable Concept type,
        @Nullable Concept reason,
        LocalDateTime start,
        @Nullable LocalDateTime end) {}
