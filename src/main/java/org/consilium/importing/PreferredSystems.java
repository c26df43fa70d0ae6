package org.consilium.importing;

import java.util.List;
import org.consilium.clinical.CodeSystem;

/**
 * Of a concept with codes of several systems, which one is taken: that of the system that such
 * things are usually coded in, then the others in this order.
 */
public final class PreferredSystems {
    public static final List<CodeSystem> CLINICAL =
            List.of(
                    CodeSystem.SNOMED_CT,
                    CodeSystem.RXNORM,
                    CodeSystem.LOINC,
                    CodeSystem.ICD_10_CM,
                    CodeSystem.CVX);
    public static final List<CodeSystem> DRUGS = List.of(CodeSystem.RXNORM, CodeSystem.SNOMED_CT);
    public static final List<CodeSystem> RESULTS = List.of(CodeSystem.LOINC, CodeSystem.SNOMED_CT);
    public static final List<CodeSystem> VACCINES = List.of(CodeSystem.CVX, CodeSystem.SNOMED_CT);

    private PreferredSystems() {}

    /** The place of a system among these, from 0; systems that are not among them share one. */
    public static int rank(CodeSystem system, List<CodeSystem> preferred) {
        int rank = preferred.indexOf(system);
        if (rank >= 0) {
            return rank;
        }
        return preferred.size() + (system.equals(CodeSystem.TEXT) ? 1 : 0);
    }
}
