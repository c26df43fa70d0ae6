package org.consilium.recommend;

/**
 * How a concept stood to the patient at the index time; past roles are split by recency (MODEL.md,
 * "Task").
 */
public enum Role {
    DEMOGRAPHIC,
    ENCOUNTER,
    CONDITION_NOW,
    CONDITION_ACTIVE,
    CONDITION_PAST_30D,
    CONDITION_PAST_180D,
    CONDITION_PAST_2Y,
    CONDITION_PAST_OLDER,
    OBSERVATION_NOW,
    OBSERVATION_PAST_30D,
    OBSERVATION_PAST_180D,
    OBSERVATION_PAST_2Y,
    OBSERVATION_PAST_OLDER,
    TREATMENT_ACTIVE,
    TREATMENT_PAST_30D,
    TREATMENT_PAST_180D,
    TREATMENT_PAST_2Y,
    TREATMENT_PAST_OLDER,
    ALLERGY
}
