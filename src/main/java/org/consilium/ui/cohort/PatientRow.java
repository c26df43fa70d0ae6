package org.consilium.ui.cohort;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.consilium.clinical.Patient;
import org.consilium.clinical.PatientSummary;
import org.consilium.ui.common.PatientWords;
import org.jspecify.annotations.Nullable;

/**
 * A patient in the worklist.
 *
 * @param name with the identifier where no name is known, to tell such patients apart
 * @param age as of today, or at death
 * @param years negative where the birth date is not known
 * @param searched what the search looks at, in lower case
 */
record PatientRow(
        PatientSummary summary, String name, String age, int years, String sex, String searched) {

    static PatientRow of(PatientSummary summary, LocalDate today) {
        var patient = summary.patient();
        LocalDate born = patient.birthDate();
        LocalDate until = PatientWords.agedUntil(patient, today);
        String name = name(patient);
        return new PatientRow(
                summary,
                name,
                born == null ? PatientWords.NOT_KNOWN : PatientWords.age(born, until),
                born == null ? -1 : born.until(until).getYears(),
                PatientWords.sex(patient.sex()),
                (name + " " + patient.id()).toLowerCase(Locale.ROOT));
    }

    private static String name(Patient patient) {
        String name = PatientWords.name(patient);
        boolean known = patient.familyName() != null || patient.givenName() != null;
        return known ? name : "%s (%s)".formatted(name, patient.id());
    }

    @Nullable LocalDate born() {
        return summary.patient().birthDate();
    }

    @Nullable LocalDate lastVisit() {
        LocalDateTime last = summary.lastEncounter();
        return last == null ? null : last.toLocalDate();
    }

    boolean matches(List<String> words) {
        return words.stream().allMatch(searched::contains);
    }
}
