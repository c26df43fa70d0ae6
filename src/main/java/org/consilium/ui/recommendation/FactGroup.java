package org.consilium.ui.recommendation;

import org.consilium.recommend.Role;

/** The parts of a record that facts come from, as a clinician would sort them. */
public enum FactGroup {
    PROBLEMS("Problems and allergies"),
    RESULTS("Results and observations"),
    TREATMENT("Medication and treatment"),
    DEMOGRAPHICS("Age and sex"),
    VISIT("This visit");

    private final String label;

    FactGroup(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static FactGroup of(Role role) {
        return switch (role) {
            case DEMOGRAPHIC -> DEMOGRAPHICS;
            case ENCOUNTER -> VISIT;
            case CONDITION_NOW,
                    CONDITION_ACTIVE,
                    CONDITION_PAST_30D,
                    CONDITION_PAST_180D,
                    CONDITION_PAST_2Y,
                    CONDITION_PAST_OLDER,
                    ALLERGY ->
                    PROBLEMS;
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
                    TREATMENT;
        };
    }
}
