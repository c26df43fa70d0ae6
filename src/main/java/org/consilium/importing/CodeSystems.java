package org.consilium.importing;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;

/** Code systems by the names, URIs and OIDs (HL7 registry) that sources use for them. */
public final class CodeSystems {
    private static final Map<String, CodeSystem> KNOWN =
            Map.ofEntries(
                    Map.entry("http://snomed.info/sct", CodeSystem.SNOMED_CT),
                    Map.entry("urn:oid:2.16.840.1.113883.6.96", CodeSystem.SNOMED_CT),
                    Map.entry("snomed-ct", CodeSystem.SNOMED_CT),
                    Map.entry("snomedct", CodeSystem.SNOMED_CT),
                    Map.entry("snomed", CodeSystem.SNOMED_CT),
                    Map.entry("http://www.nlm.nih.gov/research/umls/rxnorm", CodeSystem.RXNORM),
                    Map.entry("urn:oid:2.16.840.1.113883.6.88", CodeSystem.RXNORM),
                    Map.entry("rxnorm", CodeSystem.RXNORM),
                    Map.entry("http://loinc.org", CodeSystem.LOINC),
                    Map.entry("urn:oid:2.16.840.1.113883.6.1", CodeSystem.LOINC),
                    Map.entry("loinc", CodeSystem.LOINC),
                    Map.entry("http://hl7.org/fhir/sid/icd-10-cm", CodeSystem.ICD_10_CM),
                    Map.entry("urn:oid:2.16.840.1.113883.6.90", CodeSystem.ICD_10_CM),
                    Map.entry("icd-10-cm", CodeSystem.ICD_10_CM),
                    Map.entry("icd10cm", CodeSystem.ICD_10_CM),
                    Map.entry("http://hl7.org/fhir/sid/icd-9-cm", CodeSystem.ICD_9_CM),
                    Map.entry("urn:oid:2.16.840.1.113883.6.103", CodeSystem.ICD_9_CM),
                    Map.entry("icd-9-cm", CodeSystem.ICD_9_CM),
                    Map.entry("icd9cm", CodeSystem.ICD_9_CM),
                    Map.entry("http://hl7.org/fhir/sid/cvx", CodeSystem.CVX),
                    Map.entry("urn:oid:2.16.840.1.113883.12.292", CodeSystem.CVX),
                    Map.entry("cvx", CodeSystem.CVX),
                    Map.entry("local", new CodeSystem("local")),
                    Map.entry("text", CodeSystem.TEXT));

    /** Codes that mean something at their source only. It has no URI, and none is made up. */
    public static final CodeSystem LOCAL = named("local");

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern CONCEPT_ID = Pattern.compile("[1-9]\\d{2,14}[01]0\\d");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private CodeSystems() {}

    /**
     * The system of that name, in upper or lower case, with blanks, hyphens or underscores; one we
     * don't know is kept as it came.
     */
    public static CodeSystem named(String name) {
        CodeSystem exact = KNOWN.get(name);
        if (exact != null) {
            return exact;
        }
        String plain = name.toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
        CodeSystem known = KNOWN.get(plain);
        if (known != null) {
            return known;
        }
        String own = SystemUrn.name(name);
        return new CodeSystem(own == null || own.isBlank() ? name : own);
    }

    /**
     * The system of a substance whose source names none. A SNOMED CT concept identifier has 6 to 18
     * digits of which the third- and second-last (the partition) are 00 or 10 (SNOMED CT Release
     * File Specification, "SCTID"); other numbers are RxNorm.
     */
    public static CodeSystem guessed(String code) {
        if (CONCEPT_ID.matcher(code).matches()) {
            return CodeSystem.SNOMED_CT;
        }
        return NUMBER.matcher(code).matches() ? CodeSystem.RXNORM : CodeSystem.TEXT;
    }

    /** A concept known by its text alone: the code is the text in lower case with single blanks. */
    public static Concept ofText(String text) {
        String display = BLANKS.matcher(text.strip()).replaceAll(" ");
        return new Concept(CodeSystem.TEXT, display.toLowerCase(Locale.ROOT), display);
    }
}
