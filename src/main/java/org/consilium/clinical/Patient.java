package org.consilium.clinical;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who the records are about. Unknown is null, never an empty text.
 *
 * @param id the source's identifier, unique within a cohort
 * @param familyName shown in capitals by the banner
 * @param race as recorded by the source
 * @param site the place of care, where a cohort spans several
 */
public record Patient(
        String id,
        @Nullable String familyName,
        @Nullable String givenName,
        Sex sex,
        @Nullable LocalDate birthDate,
        @Nullable LocalDate deathDate,
        @Nullable String race,
        @Nullable String ethnicity,
        @Nullable String language,
        @Nullable String site) {}
