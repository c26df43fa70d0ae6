package org.consilium.clinical;

import java.time.Instant;

/**
 * A named set of patients, imported together or one after the other.
 *
 * @param synthetic whether nobody in it is real: said on every screen and export
 */
public record Cohort(
        long id,
        String name,
        boolean synthetic,
        int patients,
        long encounters,
        long events,
        Instant importedAt) {}
