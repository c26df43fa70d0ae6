package org.consilium.recommend.safety;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.jspecify.annotations.Nullable;

/**
 * An illness or state that rules ask for.
 *
 * @param name as rules and people write it
 * @param icd10Cm beginnings of ICD-10-CM codes, without dots
 * @param words phrases that name it where codes don't, lower case
 * @param ever whether having had it counts as well
 * @param withinDays counts only when it began so lately; 0: however long ago
 * @param askedOf of whom silence in the record says nothing; null: silence means no
 */
record Problem(
        String name,
        Set<String> snomed,
        Set<String> icd10Cm,
        Set<String> words,
        boolean ever,
        int withinDays,
        @Nullable Women askedOf) {

    /** Women of an age: for them nobody knows whether what is not recorded is so. */
    record Women(int from, int to) {
        boolean include(Patient patient, LocalDate day) {
            LocalDate born = patient.birthDate();
            return patient.sex() != Sex.MALE
                    && (born == null
                            || !born.plusYears(from).isAfter(day)
                                    && born.plusYears(to + 1).isAfter(day));
        }
    }

    /** Whether an event that names it makes it so at a time. */
    boolean counts(ClinicalEvent event, LocalDateTime at) {
        boolean lately = withinDays == 0 || !event.start().isBefore(at.minusDays(withinDays));
        return lately && (ever || event.end() == null || event.end().isAfter(at));
    }
}
