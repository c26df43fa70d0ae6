package org.consilium.export.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.consilium.clinical.Encounter;
import org.consilium.export.Loss;

/**
 * Encounter. Its class is a code of HL7 v3 ActEncounterCode where there is one for the word that
 * was recorded, else the word itself in a system of Consilium's own (the binding is extensible);
 * where none was recorded the element says that it is not known.
 */
final class EncounterResource {
    private static final String ACT_CODE = Elements.HL7 + "v3-ActCode";
    private static final String OWN = "urn:consilium:encounter-class";
    private static final String ABSENT =
            "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
    private static final Map<String, String> CODES =
            Map.of(
                    "ambulatory", "AMB",
                    "emergency", "EMER",
                    "field", "FLD",
                    "home", "HH",
                    "inpatient", "IMP",
                    "observation", "OBSENC",
                    "short stay", "SS",
                    "virtual", "VR");

    private EncounterResource() {}

    static ObjectNode of(Chart chart, Encounter encounter) {
        Elements elements = chart.elements();
        String id = chart.encounterId(encounter);
        ObjectNode resource = chart.resource("Encounter", id);
        if (!id.equals(encounter.id())) {
            chart.losses().add(Loss.ENCOUNTER_ID);
            resource.putArray("identifier")
                    .add(elements.identifier(FhirIds.ENCOUNTER_SYSTEM, encounter.id()));
        }
        resource.put("status", encounter.end() == null ? "unknown" : "finished");
        setClass(chart, resource.putObject("class"), encounter.encounterClass());
        elements.codeables(resource, "type", encounter.type());
        chart.subject(resource, "subject");
        resource.set("period", elements.period(encounter.start(), encounter.end()));
        elements.codeables(resource, "reasonCode", encounter.reason());
        return resource;
    }

    private static void setClass(Chart chart, ObjectNode coding, String word) {
        if (word.isBlank()) {
            coding.putArray("extension").addObject().put("url", ABSENT).put("valueCode", "unknown");
            return;
        }
        String code = CODES.get(word);
        coding.put("system", code == null ? OWN : ACT_CODE)
                .put("code", code == null ? chart.losses().text(word) : code)
                .put("display", chart.losses().text(word));
    }
}
