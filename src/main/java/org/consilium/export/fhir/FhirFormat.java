package org.consilium.export.fhir;

import java.util.List;
import java.util.function.Function;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.Concept;
import org.consilium.export.CohortWriter;
import org.consilium.export.ExportFolder;
import org.consilium.export.ExportFormat;
import org.consilium.export.Losses;

/**
 * HL7 FHIR R4 (4.0.1) resources as NDJSON, a file a type, as a bulk data export delivers them;
 * docs/formats/fhir-ndjson.md says what becomes of each element.
 */
public final class FhirFormat implements ExportFormat {
    private final Function<Concept, List<Concept>> alsoCoded;

    /**
     * @param alsoCoded what else a concept was coded as
     */
    public FhirFormat(Function<Concept, List<Concept>> alsoCoded) {
        this.alsoCoded = alsoCoded;
    }

    @Override
    public String name() {
        return "fhir-ndjson";
    }

    @Override
    public String label() {
        return "FHIR R4 (NDJSON)";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public CohortWriter writer(Cohort cohort, ExportFolder folder, Losses losses) {
        return new FhirWriter(cohort, folder, new Elements(losses, new FurtherCodes(alsoCoded)));
    }
}
