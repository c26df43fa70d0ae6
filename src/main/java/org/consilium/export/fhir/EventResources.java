package org.consilium.export.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.util.Set;
import org.consilium.clinical.AllergyReactions;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.EventKind;
import org.consilium.export.Loss;
import org.consilium.importing.PreferredSystems;

/** The resource that records an event. */
final class EventResources {
    private static final String ALLERGY_ABATEMENT =
            "http://hl7.org/fhir/StructureDefinition/allergyintolerance-abatement";

    private static final Set<EventKind> VALUED =
            Set.of(EventKind.OBSERVATION, EventKind.ALLERGY, EventKind.GOAL);

    private EventResources() {}

    static ObjectNode of(Chart chart, ClinicalEvent event, String id) {
        if (event.value() != null && !VALUED.contains(event.kind())) {
            chart.losses().add(Loss.VALUE);
        }
        return switch (event.kind()) {
            case CONDITION -> condition(chart, event, id);
            case ALLERGY -> allergy(chart, event, id);
            case OBSERVATION -> ObservationResource.of(chart, event, id);
            case MEDICATION -> medication(chart, event, id);
            case PROCEDURE -> procedure(chart, event, id);
            case CARE_PLAN -> carePlan(chart, event, id);
            case IMMUNIZATION -> immunization(chart, event, id);
            case GOAL -> GoalResource.of(chart, event, id);
        };
    }

    private static ObjectNode condition(Chart chart, ClinicalEvent event, String id) {
        Elements elements = chart.elements();
        ObjectNode resource = chart.resource("Condition", id);
        boolean over = event.end() != null;
        resource.set(
                "clinicalStatus", elements.hl7("condition-clinical", over ? "resolved" : "active"));
        resource.set("code", elements.codeable(event.concept()));
        chart.subject(resource, "subject");
        chart.encounter(resource, event);
        resource.put("onsetDateTime", elements.time(event.start()));
        LocalDateTime end = elements.end(event.start(), event.end());
        if (end != null) {
            resource.put("abatementDateTime", elements.time(end));
        }
        noReason(chart, event);
        return resource;
    }

    private static ObjectNode allergy(Chart chart, ClinicalEvent event, String id) {
        Elements elements = chart.elements();
        ObjectNode resource = chart.resource("AllergyIntolerance", id);
        LocalDateTime end = elements.end(event.start(), event.end());
        if (end != null) {
            chart.losses().add(Loss.END);
            resource.putArray("extension")
                    .addObject()
                    .put("url", ALLERGY_ABATEMENT)
                    .put("valueDateTime", elements.time(end));
        }
        resource.set(
                "clinicalStatus",
                elements.hl7("allergyintolerance-clinical", end == null ? "active" : "resolved"));
        resource.set("code", elements.codeable(event.concept()));
        chart.subject(resource, "patient");
        chart.encounter(resource, event);
        resource.put("onsetDateTime", elements.time(event.start()));
        reactions(chart, resource, event);
        noReason(chart, event);
        return resource;
    }

    /** One reaction in words: which severity belongs to what is not to be guessed from them. */
    private static void reactions(Chart chart, ObjectNode resource, ClinicalEvent event) {
        AllergyReactions reactions = chart.losses().reactions(event);
        if (reactions == null) {
            return;
        }
        if (reactions.intolerance()) {
            resource.put("type", "intolerance");
        }
        if (reactions.risk() != null) {
            resource.put("criticality", reactions.risk().code());
        }
        if (!reactions.manifestations().isEmpty()) {
            resource.putArray("reaction")
                    .addObject()
                    .putArray("manifestation")
                    .addObject()
                    .put("text", chart.losses().text(reactions.manifestations()));
        }
    }

    private static ObjectNode medication(Chart chart, ClinicalEvent event, String id) {
        Elements elements = chart.elements();
        ObjectNode resource = chart.resource("MedicationRequest", id);
        resource.put("status", event.end() == null ? "active" : "completed");
        resource.put("intent", "order");
        resource.set(
                "medicationCodeableConcept",
                elements.codeable(event.concept(), PreferredSystems.DRUGS));
        chart.subject(resource, "subject");
        chart.encounter(resource, event);
        resource.put("authoredOn", elements.time(event.start()));
        elements.codeables(resource, "reasonCode", event.reason());
        if (event.end() != null) {
            resource.putArray("dosageInstruction")
                    .addObject()
                    .putObject("timing")
                    .putObject("repeat")
                    .set("boundsPeriod", elements.period(event.start(), event.end()));
        }
        return resource;
    }

    private static ObjectNode procedure(Chart chart, ClinicalEvent event, String id) {
        Elements elements = chart.elements();
        ObjectNode resource = chart.resource("Procedure", id);
        resource.put("status", "completed");
        resource.set("code", elements.codeable(event.concept()));
        chart.subject(resource, "subject");
        chart.encounter(resource, event);
        if (event.end() == null) {
            resource.put("performedDateTime", elements.time(event.start()));
        } else {
            resource.set("performedPeriod", elements.period(event.start(), event.end()));
        }
        elements.codeables(resource, "reasonCode", event.reason());
        return resource;
    }

    private static ObjectNode immunization(Chart chart, ClinicalEvent event, String id) {
        Elements elements = chart.elements();
        ObjectNode resource = chart.resource("Immunization", id);
        resource.put("status", "completed");
        resource.set("vaccineCode", elements.codeable(event.concept(), PreferredSystems.VACCINES));
        chart.subject(resource, "patient");
        chart.encounter(resource, event);
        resource.put("occurrenceDateTime", elements.time(event.start()));
        elements.codeables(resource, "reasonCode", event.reason());
        if (event.end() != null) {
            chart.losses().add(Loss.END);
        }
        return resource;
    }

    /** What is planned stands in the category, as Synthea writes it. */
    private static ObjectNode carePlan(Chart chart, ClinicalEvent event, String id) {
        Elements elements = chart.elements();
        ObjectNode resource = chart.resource("CarePlan", id);
        chart.contain(resource, event.reason());
        resource.put("status", event.end() == null ? "active" : "completed");
        resource.put("intent", "plan");
        elements.codeables(resource, "category", event.concept());
        chart.subject(resource, "subject");
        chart.encounter(resource, event);
        resource.set("period", elements.period(event.start(), event.end()));
        chart.addresses(resource, event.reason());
        return resource;
    }

    private static void noReason(Chart chart, ClinicalEvent event) {
        if (event.reason() != null) {
            chart.losses().add(Loss.REASON);
        }
    }
}
