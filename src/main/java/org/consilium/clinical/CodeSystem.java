package org.consilium.clinical;

import java.util.Map;

/**
 * A code system by its canonical URI (HL7 FHIR R4, "Using Codes"); systems that are not listed here
 * are kept as they came.
 *
 * @param uri canonical URI, or a name of the source's own where it has none
 */
public record CodeSystem(String uri) {
    public static final CodeSystem SNOMED_CT = new CodeSystem("http://snomed.info/sct");
    public static final CodeSystem RXNORM =
            new CodeSystem("http://www.nlm.nih.gov/research/umls/rxnorm");
    public static final CodeSystem LOINC = new CodeSystem("http://loinc.org");
    public static final CodeSystem ICD_10_CM = new CodeSystem("http://hl7.org/fhir/sid/icd-10-cm");
    public static final CodeSystem ICD_9_CM = new CodeSystem("http://hl7.org/fhir/sid/icd-9-cm");
    public static final CodeSystem CVX = new CodeSystem("http://hl7.org/fhir/sid/cvx");

    /** Concepts known by their text alone: the code is the normalised text. */
    public static final CodeSystem TEXT = new CodeSystem("text");

    /**
     * Medications by what is in them: the code is their RxNorm names, sorted, with " / " between.
     */
    public static final CodeSystem INGREDIENT = new CodeSystem("urn:consilium:ingredient");

    /** Consilium's own words (age bands, encounter classes). */
    public static final CodeSystem CONSILIUM = new CodeSystem("urn:consilium");

    private static final Map<CodeSystem, String> NAMES =
            Map.of(
                    SNOMED_CT, "SNOMED CT",
                    RXNORM, "RxNorm",
                    LOINC, "LOINC",
                    ICD_10_CM, "ICD-10-CM",
                    ICD_9_CM, "ICD-9-CM",
                    CVX, "CVX",
                    TEXT, "text",
                    INGREDIENT, "ingredient",
                    CONSILIUM, "Consilium");

    /** The name a person reads. */
    public String label() {
        return NAMES.getOrDefault(this, uri);
    }
}
