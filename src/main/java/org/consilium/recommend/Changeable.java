package org.consilium.recommend;

import java.util.Set;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.jspecify.annotations.Nullable;

/** Which facts of a patient can change: what goes on, and results; never who the patient is. */
public final class Changeable {
    /**
     * Observations that say who somebody is (names of the terms as in LOINC 2.78, loinc.org): age,
     * sex assigned at birth, sex, gender identity.
     */
    private static final Set<String> WHO =
            Set.of("30525-0", "21612-7", "76689-9", "46098-0", "72143-1", "76691-5");

    private Changeable() {}

    /** As what the fact was recorded; null where it cannot change. */
    public static @Nullable EventKind kind(Attribution fact) {
        return switch (fact.role()) {
            case CONDITION_NOW, CONDITION_ACTIVE -> EventKind.CONDITION;
            case OBSERVATION_NOW,
                    OBSERVATION_PAST_30D,
                    OBSERVATION_PAST_180D,
                    OBSERVATION_PAST_2Y,
                    OBSERVATION_PAST_OLDER ->
                    isWho(fact.concept()) ? null : EventKind.OBSERVATION;
            case TREATMENT_ACTIVE -> EventKind.MEDICATION;
            case DEMOGRAPHIC,
                    ENCOUNTER,
                    ALLERGY,
                    CONDITION_PAST_30D,
                    CONDITION_PAST_180D,
                    CONDITION_PAST_2Y,
                    CONDITION_PAST_OLDER,
                    TREATMENT_PAST_30D,
                    TREATMENT_PAST_180D,
                    TREATMENT_PAST_2Y,
                    TREATMENT_PAST_OLDER ->
                    null;
        };
    }

    private static boolean isWho(Concept concept) {
        return SensitiveObservations.contains(concept)
                || (concept.system().equals(CodeSystem.LOINC) && WHO.contains(concept.code()));
    }
}
