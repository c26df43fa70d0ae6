package org.consilium.recommend;

import java.util.Set;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;

/**
 * Questions whose answer is the race, ethnicity or language of the patient (names of the terms as
 * in LOINC 2.78, loinc.org). They group the fairness evaluation and advise nobody, so that no fact
 * is made of them wherever a source records them.
 */
final class SensitiveObservations {
    private static final Set<String> LOINC =
            Set.of(
                    "32624-9", // Race
                    "46463-6", // Race or ethnicity
                    "72826-1", // Race OMB.1997
                    "69490-1", // Ethnicity OMB.1997
                    "42784-9", // Ethnic background Stated
                    "56051-6", // Hispanic or Latino
                    "54899-0"); // Preferred language

    private SensitiveObservations() {}

    static boolean contains(Concept concept) {
        return concept.system().equals(CodeSystem.LOINC) && LOINC.contains(concept.code());
    }
}
