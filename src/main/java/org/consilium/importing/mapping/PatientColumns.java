package org.consilium.importing.mapping;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Columns about the patient; a patient who is in several rows is who the first of them says, and
 * later ones add what was not known.
 *
 * @param id the identifier; the only one that has to be there
 * @param birthYear the year; the birth date is its first of January
 * @param age in years at the date of the row; the birth date is the first of January that gives it
 * @param sex female, male, other, unknown or their first letters, or what its words mean
 */
public record PatientColumns(
        @Nullable String id,
        @Nullable String birthDate,
        @Nullable String birthYear,
        @Nullable String age,
        @Nullable CellSource sex,
        @Nullable String deathDate,
        @Nullable String race,
        @Nullable String ethnicity,
        @Nullable String language,
        @Nullable String site,
        @Nullable String familyName,
        @Nullable String givenName) {
    static final PatientColumns NONE = ofId(null);

    static PatientColumns ofId(@Nullable String id) {
        return new PatientColumns(
                id, null, null, null, null, null, null, null, null, null, null, null);
    }

    Stream<String> columns() {
        return Stream.of(
                        id,
                        birthDate,
                        birthYear,
                        age,
                        sex == null ? null : sex.column(),
                        deathDate,
                        race,
                        ethnicity,
                        language,
                        site,
                        familyName,
                        givenName)
                .filter(Objects::nonNull)
                .map(String::valueOf);
    }
}
