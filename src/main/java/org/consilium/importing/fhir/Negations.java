package org.consilium.importing.fhir;

import java.util.Set;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;

/**
 * Entries that say that there is none: "no known allergies" is no allergy. The SNOMED CT codes are
 * those of HL7's own lists: 716186003, 716184000 and 409137002 in the value set
 * allergyintolerance-code of FHIR R4; the other allergies in that of the International Patient
 * Summary as CH Core and AU Base take it over; 160244002 in the C-CDA and CCD notes; 160245001 in
 * the value set condition-code of FHIR R4. The others are of the code system for absent and unknown
 * data of the International Patient Summary (HL7 FHIR IPS implementation guide).
 */
final class Negations {
    static final String REASON = "says that there is none";

    private static final String IPS = "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips";

    private static final Set<String> SNOMED =
            Set.of(
                    "716186003", // No known allergy
                    "716184000", // No known latex allergy
                    "716220001", // No known animal allergy
                    "409137002", // No known drug allergy
                    "428197003", // No known insect allergy
                    "428607008", // No known environmental allergy
                    "429625007", // No known food allergy
                    "1003774007", // No known Hevea brasiliensis latex allergy
                    "160244002", // No known allergies
                    "160245001"); // No current problems or disability

    /** Known absent (SNOMED CT): the value of a finding's context in an expression. */
    private static final String KNOWN_ABSENT = "410516002";

    private static final Set<String> WORDS =
            Set.of(
                    "nka",
                    "nkda",
                    "no known allergies",
                    "no known allergy",
                    "no known drug allergies",
                    "no known drug allergy",
                    "no known medication allergies",
                    "no known food allergies",
                    "no known problems",
                    "no known conditions",
                    "no known medications");

    private Negations() {}

    /** Whether it says that something is not there, or not known. */
    static boolean saysThereIsNone(Concept concept) {
        CodeSystem system = concept.system();
        if (system.equals(CodeSystem.SNOMED_CT)) {
            return SNOMED.contains(concept.code()) || concept.code().contains(KNOWN_ABSENT);
        }
        return system.uri().equals(IPS)
                || system.equals(CodeSystem.TEXT) && WORDS.contains(concept.code());
    }
}
