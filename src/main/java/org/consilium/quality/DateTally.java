package org.consilium.quality;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Timeline;
import org.jspecify.annotations.Nullable;

/** Dates that can't be. */
final class DateTally {
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

    private final Findings findings;
    private final LocalDate latest;
    private long implausible;

    /**
     * @param imported when the records were taken over, in UTC; nothing recorded can be later but
     *     for a place of care that is a day ahead
     */
    DateTally(Findings findings, LocalDate imported) {
        this.findings = findings;
        latest = imported.plusDays(1);
    }

    /** Visits and events of which anything was found. */
    long implausible() {
        return implausible;
    }

    void take(Timeline timeline) {
        Patient patient = timeline.patient();
        patient(patient);
        for (Encounter visit : timeline.encounters()) {
            record(patient, visit.start(), visit.end(), latest);
        }
        for (ClinicalEvent event : timeline.events()) {
            boolean planned = event.kind() == EventKind.GOAL;
            record(patient, event.start(), event.end(), planned ? LocalDate.MAX : latest);
        }
    }

    private void patient(Patient patient) {
        LocalDate birth = patient.birthDate();
        if (birth == null) {
            return;
        }
        LocalDate death = patient.deathDate();
        LocalDate until = death == null ? latest : death;
        found(QualityCheck.PLACEHOLDER_BIRTH, FIRST_DAYS.contains(birth), patient);
        found(QualityCheck.BIRTH_IN_THE_FUTURE, birth.isAfter(latest), patient);
        found(QualityCheck.DEATH_BEFORE_BIRTH, death != null && death.isBefore(birth), patient);
        // more than, so that the whole year of the 120th birthday still counts as 120
        found(QualityCheck.IMPLAUSIBLE_AGE, !until.isBefore(birth.plusYears(OLDEST + 1)), patient);
    }

    /**
     * @param last on which it can have begun
     */
    private void record(
            Patient patient, LocalDateTime start, @Nullable LocalDateTime end, LocalDate last) {
        LocalDate day = start.toLocalDate();
        LocalDate birth = patient.birthDate();
        LocalDate death = patient.deathDate();
        boolean any =
                found(QualityCheck.BEFORE_BIRTH, birth != null && day.isBefore(birth), patient);
        any |= found(QualityCheck.AFTER_DEATH, death != null && day.isAfter(death), patient);
        any |= found(QualityCheck.IN_THE_FUTURE, day.isAfter(last), patient);
        any |= found(QualityCheck.END_BEFORE_START, end != null && end.isBefore(start), patient);
        any |=
                found(
                        QualityCheck.PLACEHOLDER_DATE,
                        FIRST_DAYS.contains(day) || start.equals(EPOCH),
                        patient);
        if (any) {
            implausible++;
        }
    }

    private boolean found(QualityCheck check, boolean so, Patient patient) {
        if (so) {
            findings.add(check, patient.id());
        }
        return so;
    }
}
