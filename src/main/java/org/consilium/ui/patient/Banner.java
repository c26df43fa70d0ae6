package org.consilium.ui.patient;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Timeline;
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
    static final String NOT_KNOWN = "Not known";

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("dd-MMM-yyyy", Locale.UK);

    Banner {
        allergies = List.copyOf(allergies);
    }

    static String date(LocalDate date) {
        // three letters in every month, also in September
        return DATE.format(date).replace("Sept", "Sep");
    }

    /**
     * @param timeline null while the record is still being read
     * @param at the age is as of that day
     */
    static Banner of(
            Patient patient, @Nullable Timeline timeline, LocalDate at, boolean synthetic) {
        LocalDate death = patient.deathDate();
        LocalDate until = death == null || death.isAfter(at) ? at : death;
        return new Banner(
                name(patient),
                born(patient.birthDate(), until),
                death == null ? "" : date(death),
                sex(patient.sex()),
                patient.id(),
                timeline == null ? List.of() : allergies(timeline),
                synthetic);
    }

    private static String name(Patient patient) {
        String family = patient.familyName();
        String given = patient.givenName();
        if (family == null && given == null) {
            return "Name " + NOT_KNOWN.toLowerCase(Locale.ROOT);
        }
        String capitals = family == null ? "" : family.toUpperCase(Locale.ROOT);
        return given == null ? capitals : capitals.isEmpty() ? given : capitals + ", " + given;
    }

    private static String born(@Nullable LocalDate birth, LocalDate until) {
        return birth == null ? NOT_KNOWN : date(birth) + " (" + age(birth, until) + ")";
    }

    /** Years; months below two years; weeks below three months. */
    private static String age(LocalDate birth, LocalDate until) {
        Period age = Period.between(birth, until);
        if (age.isNegative()) {
            return "age not known";
        }
        if (age.getYears() >= 2) {
            return age.getYears() + "y";
        }
        long months = age.toTotalMonths();
        return months >= 3 ? months + "m" : (until.toEpochDay() - birth.toEpochDay()) / 7 + "w";
    }

    private static String sex(Sex sex) {
        return switch (sex) {
            case FEMALE -> "Female";
            case MALE -> "Male";
            case OTHER -> "Other";
            case UNKNOWN -> NOT_KNOWN;
        };
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
