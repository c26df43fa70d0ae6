package org.consilium.importing.mapping;

import java.util.Locale;
import java.util.Map;
import org.consilium.clinical.EventKind;
import org.jspecify.annotations.Nullable;

/** Kinds of events by their words, those of the events format. */
final class EventKinds {
    static final String WORDS =
            "condition, observation, medication, procedure, careplan, immunization, allergy,"
                    + " goal";

    private static final Map<String, EventKind> KINDS =
            Map.of(
                    "condition", EventKind.CONDITION,
                    "observation", EventKind.OBSERVATION,
                    "medication", EventKind.MEDICATION,
                    "procedure", EventKind.PROCEDURE,
                    "careplan", EventKind.CARE_PLAN,
                    "care_plan", EventKind.CARE_PLAN,
                    "immunization", EventKind.IMMUNIZATION,
                    "allergy", EventKind.ALLERGY,
                    "goal", EventKind.GOAL);

    private EventKinds() {}

    static @Nullable EventKind named(String word) {
        return KINDS.get(word.toLowerCase(Locale.ROOT));
    }
}
