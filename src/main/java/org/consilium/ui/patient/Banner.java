package org.consilium.ui.patient;

import java.time.LocalDate;
import java.util.List;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Timeline;
import org.consilium.ui.common.PatientWords;
import org.consilium.ui.recommendation.Wording;
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
        List<String> allergies,
        boolean synthetic) {
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
                timeline == null ? List.of() : allergies(timeline),
                synthetic);
    }

    private static String born(@Nullable LocalDate birth, LocalDate until) {
        return birth == null
                ? PatientWords.NOT_KNOWN
                : PatientWords.date(birth) + " (" + PatientWords.age(birth, until) + ")";
    }

    /** Every allergy that ever was recorded and not withdrawn: one too many is the safer error. */
    private static List<String> allergies(Timeline timeline) {
        return timeline.events().stream()
                .filter(event -> event.kind() == EventKind.ALLERGY && event.end() == null)
                .map(ClinicalEvent::concept)
                .distinct()
                .map(Wording::name)
                .toList();
    }
}
