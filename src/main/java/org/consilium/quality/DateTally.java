package org.consilium.quality;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.PlausibleDates;
import org.consilium.clinical.Timeline;
import org.jspecify.annotations.Nullable;

/** Dates that can't be. */
final class DateTally {
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
        found(QualityCheck.PLACEHOLDER_BIRTH, PlausibleDates.isFirstDay(birth), patient);
        found(QualityCheck.BIRTH_IN_THE_FUTURE, birth.isAfter(latest), patient);
        found(QualityCheck.DEATH_BEFORE_BIRTH, death != null && death.isBefore(birth), patient);
        found(QualityCheck.IMPLAUSIBLE_AGE, PlausibleDates.isTooOld(birth, until), patient);
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
        any |= found(QualityCheck.PLACEHOLDER_DATE, PlausibleDates.isPlaceholder(start), patient);
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
