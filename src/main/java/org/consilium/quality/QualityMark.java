package org.consilium.quality;

import java.time.Instant;
import org.consilium.clinical.Cohort;
import org.jspecify.annotations.Nullable;

/**
 * What a card says of a cohort's latest report.
 *
 * @param points 0 to 100; null where there was nothing to judge
 * @param imported the import that it was made of
 */
public record QualityMark(@Nullable Double points, Instant computed, Instant imported) {

    /** Whether nothing was imported since. */
    public boolean isCurrentFor(Cohort cohort) {
        return imported.equals(cohort.importedAt());
    }
}
