package org.consilium.ui.cohort;

import org.consilium.clinical.Cohort;
import org.consilium.quality.QualityMark;
import org.consilium.quality.QualityScore;
import org.jspecify.annotations.Nullable;

/**
 * A cohort as its card shows it.
 *
 * @param quality null while no report was made
 */
record CohortEntry(Cohort cohort, @Nullable QualityMark quality) {

    /** The score in words. */
    String qualityWords() {
        if (quality == null) {
            return "Data quality not looked at yet";
        }
        String score = "Data quality %s of 100".formatted(QualityScore.words(quality.points()));
        return quality.isCurrentFor(cohort) ? score : score + " before the last import";
    }
}
