package org.consilium.ui.patient;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Timeline;
import org.consilium.ui.common.PatientWords;
import org.jspecify.annotations.Nullable;

/**
 * Who this is, in the form of the NHS patient banner: family name in capitals, dates as
 * dd-Mmm-yyyy, what is not recorded said as "Not known".
 *
 * @param died empty while alive
 * @param allergies empty when none is recorded
 */
record Banner(
        String name,
        String born,
        String died,
        String sex,
        String identifier,
        List<Allergy> allergies,
        boolean synthetic) {
    private static final int LINES = 3;

    Banner {
        allergies = List.copyOf(allergies);
    }

    /**
     * @param timeline null while the record is still being read
     * @param at the age is as of that day
     */
    static Banner of(
            Patient patient, @Nullable Timeline timeline, LocalDate at, boolean synthetic) {
        LocalDate death = patient.deathDate();
        return new Banner(
                PatientWords.name(patient),
                born(patient.birthDate(), PatientWords.agedUntil(patient, at)),
                death == null ? "" : PatientWords.date(death),
                PatientWords.sex(patient.sex()),
                patient.id(),
                timeline == null ? List.of() : Allergy.of(timeline.events()),
                synthetic);
    }

    private static String born(@Nullable LocalDate birth, LocalDate until) {
        return birth == null
                ? PatientWords.NOT_KNOWN
                : PatientWords.date(birth) + " (" + PatientWords.age(birth, until) + ")";
    }

    /** What stands in the banner: a line each, or of many the names and the high risks alone. */
    String allergiesInBrief() {
        return allergies.size() <= LINES
                ? words(Allergy::brief, "\n")
                : words(Allergy::briefest, " \u00b7 ");
    }

    /** A line each, with everything that is recorded. */
    String allergiesInFull() {
        return words(Allergy::inFull, "\n");
    }

    private String words(Function<Allergy, String> of, String between) {
        return allergies.isEmpty()
                ? PatientWords.NOT_KNOWN
                : allergies.stream().map(of).collect(Collectors.joining(between));
    }
}
