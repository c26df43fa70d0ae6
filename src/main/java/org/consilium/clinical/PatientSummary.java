package org.consilium.clinical;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A patient as a worklist shows one, read without opening the timeline.
 *
 * @param lastEncounter start of the latest visit
 * @param activeConditions conditions without an end
 * @param activeMedications medications without an end
 */
public record PatientSummary(
        long cohortId,
        Patient patient,
        int encounters,
        int events,
        int activeConditions,
        int activeMedications,
        @Nullable LocalDateTime lastEncounter) {}
