package org.consilium.ui.common;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;

/**
 * Names, dates and ages in the form of the NHS patient banner: family name in capitals, dates as
 * dd-Mmm-yyyy, what is not recorded said as "Not known".
 */
public final class PatientWords {
    public static final String NOT_KNOWN = "Not known";

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("dd-MMM-yyyy", Locale.UK);

    private PatientWords() {}

    public static String date(LocalDate date) {
        // three letters in every month, also in September
        return DATE.format(date).replace("Sept", "Sep");
    }

    public static String name(Patient patient) {
        String family = patient.familyName();
        String given = patient.givenName();
        if (family == null && given == null) {
            return "Name " + NOT_KNOWN.toLowerCase(Locale.ROOT);
        }
        String capitals = family == null ? "" : family.toUpperCase(Locale.ROOT);
        return given == null ? capitals : capitals.isEmpty() ? given : capitals + ", " + given;
    }

    /** Years; months below two years; weeks below three months. */
    public static String age(LocalDate birth, LocalDate until) {
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

    /** Until when a patient's age counts: today, or the day of death. */
    public static LocalDate agedUntil(Patient patient, LocalDate today) {
        LocalDate death = patient.deathDate();
        return death == null || death.isAfter(today) ? today : death;
    }

    public static String sex(Sex sex) {
        return switch (sex) {
            case FEMALE -> "Female";
            case MALE -> "Male";
            case OTHER -> "Other";
            case UNKNOWN -> NOT_KNOWN;
        };
    }
}
