package org.consilium.recommend;

import java.time.LocalDateTime;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.EventKind;
import org.jspecify.annotations.Nullable;

/** From an event and an index time to the role that it plays. */
final class Roles {
    private Roles() {}

    /**
     * The first role of a family; roles of one family stand together, the nearest in time first.
     */
    static Role family(Role role) {
        return switch (role) {
            case DEMOGRAPHIC, ENCOUNTER, ALLERGY -> role;
            case CONDITION_NOW,
                    CONDITION_ACTIVE,
                    CONDITION_PAST_30D,
                    CONDITION_PAST_180D,
                    CONDITION_PAST_2Y,
                    CONDITION_PAST_OLDER ->
                    Role.CONDITION_NOW;
            case OBSERVATION_NOW,
                    OBSERVATION_PAST_30D,
                    OBSERVATION_PAST_180D,
                    OBSERVATION_PAST_2Y,
                    OBSERVATION_PAST_OLDER ->
                    Role.OBSERVATION_NOW;
            case TREATMENT_ACTIVE,
                    TREATMENT_PAST_30D,
                    TREATMENT_PAST_180D,
                    TREATMENT_PAST_2Y,
                    TREATMENT_PAST_OLDER ->
                    Role.TREATMENT_ACTIVE;
        };
    }

    /** The family of what is recorded so; null where it is never a fact. */
    static @Nullable Role family(EventKind kind) {
        return switch (kind) {
            case CONDITION -> Role.CONDITION_NOW;
            case OBSERVATION -> Role.OBSERVATION_NOW;
            case MEDICATION, PROCEDURE, CARE_PLAN, IMMUNIZATION -> Role.TREATMENT_ACTIVE;
            case ALLERGY -> Role.ALLERGY;
            case GOAL -> null;
        };
    }

    /** The role of an event that began before the index time. */
    static Role past(ClinicalEvent event, LocalDateTime at) {
        return switch (event.kind()) {
            case ALLERGY -> Role.ALLERGY;
            case CONDITION ->
                    event.isActiveAt(at)
                            ? Role.CONDITION_ACTIVE
                            : since(ended(event), at, Role.CONDITION_PAST_30D);
            case OBSERVATION -> since(event.start(), at, Role.OBSERVATION_PAST_30D);
            case MEDICATION, CARE_PLAN ->
                    event.isActiveAt(at)
                            ? Role.TREATMENT_ACTIVE
                            : since(ended(event), at, Role.TREATMENT_PAST_30D);
            case PROCEDURE, IMMUNIZATION -> since(event.start(), at, Role.TREATMENT_PAST_30D);
            case GOAL -> throw new IllegalArgumentException("a goal is no fact");
        };
    }

    private static LocalDateTime ended(ClinicalEvent event) {
        return event.end() == null ? event.start() : event.end();
    }

    private static Role since(LocalDateTime time, LocalDateTime at, Role within30Days) {
        int older;
        if (!time.isBefore(at.minusDays(30))) {
            older = 0;
        } else if (!time.isBefore(at.minusDays(180))) {
            older = 1;
        } else if (!time.isBefore(at.minusYears(2))) {
            older = 2;
        } else {
            older = 3;
        }
        return Role.values()[within30Days.ordinal() + older];
    }
}
