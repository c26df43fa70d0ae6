package org.consilium.quality;

import java.util.Set;
import java.util.regex.Pattern;
import org.consilium.clinical.CodeSystem;

/** What can be made of a code by whoever does not know the source. */
public enum Standing {
    /** From a terminology that others share. */
    SHARED("shared"),
    /** No code at all. */
    TEXT("text only"),
    /** From a system that has an address but that only its owner knows. */
    LOCAL("local"),
    /** From a system that is merely a name, or has none. */
    UNKNOWN("unknown system");

    /** Those that HL7 FHIR R4 names ("Using Codes", published code systems) and Consilium maps. */
    private static final Set<String> SHARED_URIS =
            Set.of(
                    CodeSystem.SNOMED_CT.uri(),
                    CodeSystem.RXNORM.uri(),
                    CodeSystem.LOINC.uri(),
                    CodeSystem.ICD_10_CM.uri(),
                    CodeSystem.ICD_9_CM.uri(),
                    CodeSystem.CVX.uri(),
                    "http://www.ama-assn.org/go/cpt",
                    "http://hl7.org/fhir/sid/ndc",
                    "http://hl7.org/fhir/sid/icd-10",
                    "http://hl7.org/fhir/sid/icd-9-cm/diagnosis",
                    "http://hl7.org/fhir/sid/icd-9-cm/procedure",
                    "http://www.whocc.no/atc",
                    "http://fdasis.nlm.nih.gov",
                    "http://ncimeta.nci.nih.gov",
                    "http://unitsofmeasure.org",
                    "http://www.ada.org/cdt",
                    "http://www.nlm.nih.gov/research/umls/hcpcs");

    /** Prefixes of systems that HL7 publishes. */
    private static final Pattern HL7 =
            Pattern.compile("https?://(terminology\\.hl7\\.org|hl7\\.org/fhir)/.*");

    private static final Pattern ADDRESS = Pattern.compile("(https?://|urn:).+");

    private final String label;

    Standing(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Standing of(CodeSystem system) {
        if (system.equals(CodeSystem.TEXT)) {
            return TEXT;
        }
        String uri = system.uri();
        if (SHARED_URIS.contains(uri) || HL7.matcher(uri).matches()) {
            return SHARED;
        }
        return ADDRESS.matcher(uri).matches() ? LOCAL : UNKNOWN;
    }
}
