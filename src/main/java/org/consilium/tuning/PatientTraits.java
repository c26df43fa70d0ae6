package org.consilium.tuning;

import java.time.LocalDate;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.jspecify.annotations.Nullable;

/**
 * What patients are grouped by when a ranker is measured. No ranker is shown any of it beyond what
 * the facts hold (age and sex).
 */
record PatientTraits(
        Sex sex,
        @Nullable LocalDate birthDate,
        @Nullable String race,
        @Nullable String ethnicity,
        @Nullable String language,
        @Nullable String site) {

    static PatientTraits of(Patient patient) {
        return new PatientTraits(
                patient.sex(),
                patient.birthDate(),
                patient.race(),
                patient.ethnicity(),
                patient.language(),
                patient.site());
    }

    /** The place of care; empty where it is not known. */
    String siteName() {
        return site == null ? "" : site;
    }
}
