package org.consilium.importing.omop;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Standard concepts of the domain Visit (OMOP CDM v5.4, "visit_occurrence", with the places of
 * service that claims use), in the words of Synthea's CSV, with which the base models learn.
 */
final class VisitConcepts {
    private static final Map<Integer, Visit> KNOWN = new HashMap<>();

    static {
        put(9201, "inpatient", "Inpatient Visit");
        put(262, "inpatient", "Emergency Room and Inpatient Visit");
        put(8717, "inpatient", "Inpatient Hospital");
        put(8971, "inpatient", "Inpatient Psychiatric Facility");
        put(8920, "inpatient", "Comprehensive Inpatient Rehabilitation Facility");
        put(32037, "inpatient", "Intensive Care");
        put(581379, "inpatient", "Inpatient Critical Care Facility");
        put(9203, "emergency", "Emergency Room Visit");
        put(8870, "emergency", "Emergency Room - Hospital");
        put(581478, "emergency", "Ambulance Visit");
        put(8782, "urgentcare", "Urgent Care Facility");
        put(581385, "observation", "Observation Room");
        put(9202, "ambulatory", "Outpatient Visit");
        put(581477, "ambulatory", "Office Visit");
        put(8940, "ambulatory", "Office");
        put(8756, "ambulatory", "Outpatient Hospital");
        put(8883, "ambulatory", "Ambulatory Surgical Center");
        put(38004207, "ambulatory", "Ambulatory Clinic / Center");
        put(581476, "home", "Home Visit");
        put(8536, "home", "Home");
        put(5083, "virtual", "Telehealth");
        put(42898160, "snf", "Non-hospital institution Visit");
        put(8863, "snf", "Skilled Nursing Facility");
        put(8546, "hospice", "Hospice");
        put(581458, "pharmacy", "Pharmacy visit");
        put(32036, "laboratory", "Laboratory Visit");
    }

    private VisitConcepts() {}

    /**
     * A sort of visit.
     *
     * @param encounterClass the word for it here
     * @param name of the concept
     */
    record Visit(String encounterClass, String name) {}

    static @Nullable Visit of(int concept) {
        return KNOWN.get(concept);
    }

    private static void put(int concept, String encounterClass, String name) {
        KNOWN.put(concept, new Visit(encounterClass, name));
    }
}
