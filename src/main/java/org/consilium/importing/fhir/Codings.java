package org.consilium.importing.fhir;

import java.util.List;
import java.util.Set;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.importing.CodeSystems;
import org.consilium.importing.PreferredSystems;
import org.jspecify.annotations.Nullable;

/**
 * CodeableConcepts as concepts. Of several codings the one in the system that such things are
 * usually coded in is taken, and among those the one that a person chose, else the first; with no
 * coding the text is the concept. Codes that only say why there is none are none. The other codings
 * are kept by {@link FurtherCodings}.
 */
final class Codings {
    static final List<CodeSystem> CLINICAL = PreferredSystems.CLINICAL;
    static final List<CodeSystem> DRUGS = PreferredSystems.DRUGS;
    static final List<CodeSystem> RESULTS = PreferredSystems.RESULTS;
    static final List<CodeSystem> VACCINES = PreferredSystems.VACCINES;

    private static final Set<String> ABSENT =
            Set.of(
                    "http://terminology.hl7.org/CodeSystem/data-absent-reason",
                    "http://terminology.hl7.org/CodeSystem/v3-NullFlavor",
                    "http://hl7.org/fhir/v3/NullFlavor");

    private Codings() {}

    /** The concept of a CodeableConcept; null when it has neither code nor text. */
    static @Nullable Concept concept(Element codeable, List<CodeSystem> preferred) {
        String text = codeable.text("text");
        Concept best = null;
        int bestRank = Integer.MAX_VALUE;
        for (Element coding : codeable.path("coding")) {
            Concept concept = coded(coding, text);
            if (concept == null || saysThereIsNone(concept)) {
                continue;
            }
            int rank = 2 * PreferredSystems.rank(concept.system(), preferred);
            rank += coding.path("userSelected").isTrue() ? 0 : 1;
            if (rank < bestRank) {
                best = concept;
                bestRank = rank;
            }
        }
        return best == null && text != null ? CodeSystems.ofText(text) : best;
    }

    /** The first of several CodeableConcepts that says something. */
    static @Nullable Concept first(Element codeables, List<CodeSystem> preferred) {
        for (Element codeable : codeables) {
            Concept concept = concept(codeable, preferred);
            if (concept != null) {
                return concept;
            }
        }
        return null;
    }

    /**
     * The concept of one coding by itself; null when it lacks a system or a code, or says that
     * there is none.
     */
    static @Nullable Concept alone(Element coding) {
        boolean whole = coding.text("code") != null && coding.text("system") != null;
        Concept concept = whole ? coded(coding, null) : null;
        return concept == null || saysThereIsNone(concept) ? null : concept;
    }

    private static boolean saysThereIsNone(Concept concept) {
        return ABSENT.contains(concept.system().uri());
    }

    private static @Nullable Concept coded(Element coding, @Nullable String text) {
        String code = coding.text("code");
        String display = coding.text("display");
        String words = display == null ? text : display;
        String system = coding.text("system");
        if (code != null && system != null) {
            return new Concept(CodeSystems.named(system), code, words == null ? code : words);
        }
        String any = words == null ? code : words;
        return any == null ? null : CodeSystems.ofText(any);
    }
}
