package org.consilium.importing.omop;

import java.util.Locale;
import java.util.Set;
import org.consilium.importing.csv.RowException;
import org.jspecify.annotations.Nullable;

/**
 * What the status of a diagnosis says (OMOP CDM v5.4, condition_status_concept_id, and the standard
 * concepts of the vocabulary "Condition Status"). Nearly all of them say when a diagnosis was made
 * and what for; a preliminary one is what is being treated, as {@code provisional} in FHIR. The
 * model wants no diagnoses that were ruled out in this table, and knows that they are there: only
 * the source's own word tells then.
 */
final class ConditionStatus {
    private static final int TO_BE_DIAGNOSED = 32892;
    private static final int RESOLVED = 32906;

    /** Also those of HL7 FHIR R4, condition-ver-status, which sources bring from there. */
    private static final Set<String> NO_FACT =
            Set.of(
                    "ruled out",
                    "rule out",
                    "r/o",
                    "excluded",
                    "refuted",
                    "unconfirmed",
                    "differential",
                    "entered in error");

    private ConditionStatus() {}

    /** Why a row is no diagnosis; null when it is one. */
    static @Nullable String notUsed(OmopRow row) throws RowException {
        if (row.concept("condition_status_concept_id") == TO_BE_DIAGNOSED) {
            return "to be diagnosed";
        }
        String source = row.text("condition_status_source_value");
        String word = source == null ? "" : source.toLowerCase(Locale.ROOT).replaceAll("[_-]", " ");
        return NO_FACT.contains(word) ? word : null;
    }

    static boolean isOver(OmopRow row) throws RowException {
        return row.concept("condition_status_concept_id") == RESOLVED;
    }
}
