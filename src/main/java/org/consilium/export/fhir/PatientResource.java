package org.consilium.export.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.consilium.clinical.Patient;
import org.consilium.export.Loss;
import org.jspecify.annotations.Nullable;

/** Patient, with race and ethnicity in the extensions of US Core (their text alone is known). */
final class PatientResource {
    private static final String US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition/";

    private PatientResource() {}

    static ObjectNode of(Chart chart) {
        Patient patient = chart.timeline().patient();
        Elements elements = chart.elements();
        ObjectNode resource = chart.resource("Patient", chart.patientId());
        if (!chart.patientId().equals(patient.id())) {
            chart.losses().add(Loss.PATIENT_ID);
        }
        extension(chart, resource, "us-core-race", patient.race());
        extension(chart, resource, "us-core-ethnicity", patient.ethnicity());
        resource.putArray("identifier")
                .add(elements.identifier(FhirIds.PATIENT_SYSTEM, patient.id()));
        name(chart, resource, patient);
        resource.put("gender", patient.sex().name().toLowerCase(Locale.ROOT));
        if (patient.birthDate() != null) {
            resource.put("birthDate", patient.birthDate().toString());
        }
        if (patient.deathDate() != null) {
            resource.put("deceasedDateTime", patient.deathDate().toString());
        }
        if (patient.language() != null) {
            resource.putArray("communication")
                    .addObject()
                    .putObject("language")
                    .put("text", chart.losses().text(patient.language()));
        }
        if (patient.site() != null) {
            chart.losses().add(Loss.SITE);
            resource.putObject("managingOrganization")
                    .put("display", chart.losses().text(patient.site()));
        }
        return resource;
    }

    private static void name(Chart chart, ObjectNode resource, Patient patient) {
        if (patient.familyName() == null && patient.givenName() == null) {
            return;
        }
        ObjectNode name = resource.putArray("name").addObject();
        if (patient.familyName() != null) {
            name.put("family", chart.losses().text(patient.familyName()));
        }
        if (patient.givenName() != null) {
            name.putArray("given").add(chart.losses().text(patient.givenName()));
        }
    }

    private static void extension(
            Chart chart, ObjectNode resource, String name, @Nullable String text) {
        if (text != null) {
            resource.withArray("extension")
                    .addObject()
                    .put("url", US_CORE + name)
                    .putArray("extension")
                    .addObject()
                    .put("url", "text")
                    .put("valueString", chart.losses().text(text));
        }
    }
}
