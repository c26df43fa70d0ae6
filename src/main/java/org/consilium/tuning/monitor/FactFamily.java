package org.consilium.tuning.monitor;

import org.consilium.recommend.Role;

/** Facts of one sort, whose mix may drift. */
public enum FactFamily {
    PATIENT("Age and sex"),
    VISIT("Kind of visit"),
    CONDITIONS("Conditions"),
    RESULTS("Results"),
    TREATMENTS("Treatments"),
    ALLERGIES("Allergies");

    private final String label;

    FactFamily(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static FactFamily of(Role role) {
        return switch (role) {
            case DEMOGRAPHIC -> PATIENT;
            case ENCOUNTER -> VISIT;
            case ALLERGY -> ALLERGIES;
            case CONDITION_NOW,
                    CONDITION_ACTIVE,
                    CONDITION_PAST_30D,
                    CONDITION_PAST_180D,
                    CONDITION_PAST_2Y,
                    CONDITION_PAST_OLDER ->
                    CONDITIONS;
            case OBSERVATION_NOW,
                    OBSERVATION_PAST_30D,
                    OBSERVATION_PAST_180D,
                    OBSERVATION_PAST_2Y,
                    OBSERVATION_PAST_OLDER ->
                    RESULTS;
            case TREATMENT_ACTIVE,
                    TREATMENT_PAST_30D,
                    TREATMENT_PAST_180D,
                    TREATMENT_PAST_2Y,
                    TREATMENT_PAST_OLDER ->
                    TREATMENTS;
        };
    }
}
