package org.consilium.clinical;

/**
 * Category of an observation (HL7 FHIR R4 observation-category); {@link #NONE} for every other kind
 * of event. The order is part of the stored timeline: only append.
 */
public enum Category {
    NONE,
    VITAL_SIGNS,
    LABORATORY,
    SOCIAL_HISTORY,
    SURVEY,
    EXAM,
    PROCEDURE,
    IMAGING,
    THERAPY,
    ACTIVITY
}
