package org.consilium.clinical;

import org.jspecify.annotations.Nullable;

/**
 * What sort of thing is recommended. Referrals, screening and education are procedures, as in the
 * sources' records.
 */
public enum ItemKind {
    MEDICATION,
    PROCEDURE,
    CARE_PLAN,
    IMMUNIZATION;

    /** The kind of item that such an event starts; null where it starts none. */
    public static @Nullable ItemKind of(EventKind kind) {
        return switch (kind) {
            case MEDICATION -> MEDICATION;
            case PROCEDURE -> PROCEDURE;
            case CARE_PLAN -> CARE_PLAN;
            case IMMUNIZATION -> IMMUNIZATION;
            case CONDITION, OBSERVATION, ALLERGY, GOAL -> null;
        };
    }

    /** Whether it goes on for a while, so that it can be active. */
    public boolean lasts() {
        return this == MEDICATION || this == CARE_PLAN;
    }
}
