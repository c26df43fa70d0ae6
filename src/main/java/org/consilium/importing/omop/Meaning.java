package org.consilium.importing.omop;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.consilium.clinical.Category;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.importing.PatientSink;
import org.jspecify.annotations.Nullable;

/** What references mean, once the vocabulary has been read. */
final class Meaning {
    /** Concepts by their number (HL7 FHIR to OMOP implementation guide, terminology server). */
    static final CodeSystem OMOP = new CodeSystem("https://fhir-terminology.ohdsi.org");

    /** From here on concepts are a site's own (OMOP CDM v5.4, custom concepts). */
    private static final int CUSTOM = 2_000_000_000;

    /** Vocabularies with a URI (HL7 FHIR R4, "Using Codes", and terminology.hl7.org). */
    private static final Map<String, CodeSystem> SYSTEMS =
            Map.ofEntries(
                    Map.entry("SNOMED", CodeSystem.SNOMED_CT),
                    Map.entry("RxNorm", CodeSystem.RXNORM),
                    Map.entry("LOINC", CodeSystem.LOINC),
                    Map.entry("ICD10CM", CodeSystem.ICD_10_CM),
                    Map.entry("ICD9CM", CodeSystem.ICD_9_CM),
                    Map.entry("CVX", CodeSystem.CVX),
                    Map.entry("ICD10", new CodeSystem("http://hl7.org/fhir/sid/icd-10")),
                    Map.entry(
                            "ICD10PCS", new CodeSystem("http://www.cms.gov/Medicare/Coding/ICD10")),
                    Map.entry("ICD9Proc", new CodeSystem("urn:oid:2.16.840.1.113883.6.104")),
                    Map.entry("CPT4", new CodeSystem("http://www.ama-assn.org/go/cpt")),
                    Map.entry(
                            "HCPCS",
                            new CodeSystem(
                                    "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets")),
                    Map.entry("NDC", new CodeSystem("http://hl7.org/fhir/sid/ndc")),
                    Map.entry("ATC", new CodeSystem("http://www.whocc.no/atc")),
                    Map.entry("UCUM", new CodeSystem("http://unitsofmeasure.org")));

    /** SNOMED CT findings that name no substance: it is the result then. */
    private static final Set<String> OPEN_ALLERGIES =
            Set.of(
                    "416098002", // Allergy to drug
                    "414285001", // Allergy to food
                    "419199007", // Allergy to substance
                    "426232007"); // Environmental allergy

    /** Allergy to drug, where there is no table of concepts. */
    private static final int ALLERGY_TO_DRUG = 439224;

    /** How SNOMED CT names findings of allergy (descendants of 419199007). */
    private static final Pattern ALLERGY =
            Pattern.compile(
                    "(?i)Allergy to .+|(?!no |not |h/o|history|family|fh|suspected|at risk).*\\ballergy");

    /** HL7 FHIR R4, "Vital Signs", by LOINC. */
    private static final Set<String> VITAL_SIGNS =
            Set.of(
                    "85353-1", "9279-1", "8867-4", "2708-6", "59408-5", "8310-5", "8302-2",
                    "8306-3", "9843-4", "8287-5", "29463-7", "3141-9", "39156-5", "59576-9",
                    "77606-2", "85354-9", "8480-6", "8462-4", "8478-0");

    private final ConceptReferences references;
    private final Vocabulary vocabulary;
    private final Map<Integer, String> names = new HashMap<>();
    private final Set<Integer> unnamed = new HashSet<>();
    private final Map<String, Word> words = new HashMap<>();

    /**
     * What a reference stands for.
     *
     * @param vaccine whether giving it is an immunization
     * @param allergy whether it is the finding of an allergy
     * @param open whether that leaves the substance to the result
     * @param category of an observation of it
     */
    record Word(
            Concept concept, boolean vaccine, boolean allergy, boolean open, Category category) {}

    Meaning(ConceptReferences references, Vocabulary vocabulary) {
        this.references = references;
        this.vocabulary = vocabulary;
        for (ConceptReferences.Reference each : references.all()) {
            learnName(each);
        }
    }

    /** Standard concepts that no table names are called what the source calls them. */
    private void learnName(ConceptReferences.Reference reference) {
        int standard = reference.standard();
        if (standard == 0
                || vocabulary.entry(standard) != null
                || VisitConcepts.of(standard) != null) {
            return;
        }
        unnamed.add(standard);
        String mapped = vocabulary.nameBySources(standard);
        String name =
                mapped == null
                        ? ConceptReferences.better(names.get(standard), reference.label())
                        : mapped;
        if (name != null) {
            names.put(standard, name);
        }
    }

    /** How many standard concepts no table names. */
    int unnamed() {
        return unnamed.size();
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** What a concept in an event stands for; what is no reference, for itself. */
    Word of(Concept concept) {
        if (!concept.system().equals(ConceptReferences.SYSTEM)) {
            return new Word(concept, false, false, false, Category.NONE);
        }
        return words.computeIfAbsent(
                concept.code(), code -> word(references.all().get(Integer.parseInt(code))));
    }

    /** Tells of the source's own concepts that rows have beside the ones that stand for them. */
    void tellCodings(PatientSink sink) {
        for (ConceptReferences.Reference each : references.all()) {
            Vocabulary.Entry source = vocabulary.entry(each.source());
            boolean coded = each.source() != 0 && VisitConcepts.of(each.standard()) == null;
            if (source != null && coded) {
                Concept taken = of(each.placeholder()).concept();
                Concept other = ofSource(each.source(), source);
                if (!taken.equals(other)) {
                    sink.alsoCoded(taken, other);
                }
            }
        }
    }

    /** The sort of a visit; null where nobody says. */
    @Nullable Concept visit(Concept reference) {
        ConceptReferences.Reference ids = references.all().get(Integer.parseInt(reference.code()));
        VisitConcepts.Visit known = VisitConcepts.of(ids.standard());
        if (known != null) {
            return new Concept(OMOP, Integer.toString(ids.standard()), known.name());
        }
        return vocabulary.entry(ids.standard()) == null && vocabulary.entry(ids.source()) == null
                ? null
                : of(reference).concept();
    }

    private Word word(ConceptReferences.Reference reference) {
        Vocabulary.Entry standard = vocabulary.entry(reference.standard());
        Vocabulary.Entry source = vocabulary.entry(reference.source());
        Concept concept = concept(reference, standard, source);
        if (isVaccine(standard)) {
            return new Word(concept, true, false, false, Category.NONE);
        }
        if (source != null && isVaccine(source)) {
            Concept vaccine = concept(reference.source(), source);
            return new Word(vaccine, true, false, false, Category.NONE);
        }
        boolean snomed = concept.system().equals(CodeSystem.SNOMED_CT);
        boolean open =
                snomed
                        ? OPEN_ALLERGIES.contains(concept.code())
                        : reference.standard() == ALLERGY_TO_DRUG;
        boolean allergy = open || snomed && ALLERGY.matcher(concept.display()).matches();
        return new Word(concept, false, allergy, open, category(standard));
    }

    private static boolean isVaccine(Vocabulary.@Nullable Entry entry) {
        return entry != null && entry.vocabulary().equals("CVX");
    }

    private Concept concept(
            ConceptReferences.Reference reference,
            Vocabulary.@Nullable Entry standard,
            Vocabulary.@Nullable Entry source) {
        if (standard != null) {
            return concept(reference.standard(), standard);
        }
        if (source != null && (reference.standard() != 0 || isCoded(source))) {
            return ofSource(reference.source(), source);
        }
        if (reference.standard() != 0) {
            return numbered(reference.standard(), names.get(reference.standard()));
        }
        int mapped = vocabulary.standardOf(reference.source());
        Vocabulary.Entry meant = vocabulary.entry(mapped);
        if (meant != null) {
            return concept(mapped, meant);
        }
        return source == null
                ? numbered(reference.source(), reference.label())
                : ofSource(reference.source(), source);
    }

    private static boolean isCoded(Vocabulary.Entry entry) {
        return SYSTEMS.containsKey(entry.vocabulary());
    }

    /** A concept that need not be standard keeps the vocabulary that it is from. */
    private static Concept ofSource(int id, Vocabulary.Entry entry) {
        return isCoded(entry) ? concept(id, entry) : local(entry);
    }

    private static Concept local(Vocabulary.Entry entry) {
        return new Concept(new CodeSystem(entry.vocabulary()), entry.code(), entry.name());
    }

    private static Concept concept(int id, Vocabulary.Entry entry) {
        CodeSystem system = SYSTEMS.get(entry.vocabulary());
        if (system != null) {
            return new Concept(system, entry.code(), entry.name());
        }
        return id > CUSTOM ? local(entry) : numbered(id, entry.name());
    }

    private static Concept numbered(int id, @Nullable String label) {
        return new Concept(OMOP, Integer.toString(id), label == null ? "" : label);
    }

    /** LOINC's kinds of test, as OMOP's concept_class_id names them, and FHIR's vital signs. */
    private static Category category(Vocabulary.@Nullable Entry entry) {
        if (entry == null || !entry.vocabulary().equals("LOINC")) {
            return Category.NONE;
        }
        if (VITAL_SIGNS.contains(entry.code())) {
            return Category.VITAL_SIGNS;
        }
        return switch (entry.conceptClass()) {
            case "Lab Test" -> Category.LABORATORY;
            case "Survey" -> Category.SURVEY;
            default -> Category.NONE;
        };
    }
}
