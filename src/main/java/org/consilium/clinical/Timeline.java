package org.consilium.clinical;

import java.util.List;

/**
 * Everything known about one patient.
 *
 * @param encounters by start
 * @param events by start
 */
public record Timeline(Patient patient, List<Encounter> encounters, List<ClinicalEvent> events) {
    public Timeline {
        encounters = List.copyOf(encounters);
        events = List.copyOf(events);
    }
}
