package org.consilium.clinical;

/**
 * What sort of thing a {@link ClinicalEvent} records. The order is part of the stored timeline:
 * only append.
 */
public enum EventKind {
    CONDITION,
    OBSERVATION,
    MEDICATION,
    PROCEDURE,
    CARE_PLAN,
    IMMUNIZATION,
    ALLERGY,
    /** What is aimed at: shown in the chart, and nothing that a recommendation rests on. */
    GOAL
}
