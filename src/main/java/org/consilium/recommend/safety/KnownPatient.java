package org.consilium.recommend.safety;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Patient;

/**
 * What the record says of a patient at a time, as far as rules ask for it.
 *
 * @param taken medicines going on or stopped lately, those of unknown content left out
 * @param unknownMedicines going on, whose content is not certain
 * @param problems with the event that says so
 * @param results numbers by LOINC code, the latest of each
 */
record KnownPatient(
        Patient patient,
        LocalDate day,
        List<Taken> taken,
        List<ClinicalEvent> unknownMedicines,
        List<Allergy> allergies,
        Map<Problem, ClinicalEvent> problems,
        boolean hasProblemList,
        Map<String, ClinicalEvent> results) {

    /**
     * A medicine.
     *
     * @param stopped days ago; 0 while it goes on
     */
    record Taken(ClinicalEvent event, Set<String> substances, long stopped) {}

    /** An allergy as recorded and as read. */
    record Allergy(ClinicalEvent event, Allergens.Reading reading, boolean intolerance) {}
}
