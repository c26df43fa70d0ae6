package org.consilium.clinical;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which dates can't be: what quality is judged by, and what a training may leave out. */
public final class PlausibleDates {
    /** One person is known to have grown older (Jeanne Calment, 122; Guinness World Records). */
    private static final int OLDEST = 120;

    /**
     * Days that systems count from or fill in where nothing is known: Microsoft Excel and OLE
     * Automation, SQL Server's datetime, .NET and XML Schema, and the turn of 1900.
     */
    private static final Set<LocalDate> FIRST_DAYS =
            Set.of(
                    LocalDate.of(1, 1, 1),
                    LocalDate.of(1753, 1, 1),
                    LocalDate.of(1800, 1, 1),
                    LocalDate.of(1899, 12, 30),
                    LocalDate.of(1899, 12, 31),
                    LocalDate.of(1900, 1, 1),
                    LocalDate.of(1901, 1, 1));

    /**
     * Zero of POSIX time (IEEE Std 1003.1): somebody may be born then, an event at that instant is
     * none.
     */
    private static final LocalDateTime EPOCH = LocalDate.EPOCH.atStartOfDay();

    private PlausibleDates() {}

    /** Whether a system counts from that day, so that nobody need have been born on it. */
    public static boolean isFirstDay(LocalDate day) {
        return FIRST_DAYS.contains(day);
    }

    /** Whether a system filled in when something began. */
    public static boolean isPlaceholder(LocalDateTime start) {
        return isFirstDay(start.toLocalDate()) || start.equals(EPOCH);
    }

    /**
     * Whether somebody would have been older than anybody; the year of the 120th birthday is not.
     */
    public static boolean isTooOld(LocalDate birth, LocalDate until) {
        return !until.isBefore(birth.plusYears(OLDEST + 1));
    }

    /**
     * Whether birth and death of a person can be.
     *
     * @param latest day on which anything can have been recorded
     */
    public static boolean areOf(Patient patient, LocalDate latest) {
        LocalDate birth = patient.birthDate();
        if (birth == null) {
            return true;
        }
        LocalDate death = patient.deathDate();
        return !isFirstDay(birth)
                && !birth.isAfter(latest)
                && (death == null || !death.isBefore(birth))
                && !isTooOld(birth, death == null ? latest : death);
    }

    /**
     * Whether something can have begun and ended in a person's life.
     *
     * @param latest day on which it can have begun
     */
    public static boolean areOf(
            Patient patient, LocalDateTime start, @Nullable LocalDateTime end, LocalDate latest) {
        LocalDate day = start.toLocalDate();
        LocalDate birth = patient.birthDate();
        LocalDate death = patient.deathDate();
        return (birth == null || !day.isBefore(birth))
                && (death == null || !day.isAfter(death))
                && !day.isAfter(latest)
                && (end == null || !end.isBefore(start))
                && !isPlaceholder(start);
    }
}
