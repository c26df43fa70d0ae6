package org.consilium.export.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Timeline;
import org.consilium.export.Loss;
import org.consilium.export.Losses;
import org.jspecify.annotations.Nullable;

/** What the resources of one patient have in common: ids, references, the label. */
final class Chart {
    private final Timeline timeline;
    private final boolean synthetic;
    private final Elements elements;
    private final String patientId;
    private final Map<String, String> encounterIds = new HashMap<>();
    private final Map<Concept, String> conditionIds = new HashMap<>();

    Chart(Timeline timeline, boolean synthetic, Elements elements) {
        this.timeline = timeline;
        this.synthetic = synthetic;
        this.elements = elements;
        patientId = FhirIds.patient(timeline.patient().id());
        for (Encounter encounter : timeline.encounters()) {
            encounterIds.put(
                    encounter.id(), FhirIds.encounter(timeline.patient().id(), encounter.id()));
        }
        List<ClinicalEvent> events = timeline.events();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).kind() == EventKind.CONDITION) {
                conditionIds.putIfAbsent(events.get(i).concept(), id(i));
            }
        }
    }

    Timeline timeline() {
        return timeline;
    }

    Losses losses() {
        return elements.losses();
    }

    Elements elements() {
        return elements;
    }

    String patientId() {
        return patientId;
    }

    /** The id of the event at that place of the timeline. */
    String id(int index) {
        return FhirIds.event(timeline.patient().id(), index);
    }

    String encounterId(Encounter encounter) {
        return encounterIds.getOrDefault(encounter.id(), encounter.id());
    }

    /** Puts a reason that is no problem of this patient into what was planned for it. */
    void contain(ObjectNode resource, @Nullable Concept reason) {
        if (reason == null || conditionIds.containsKey(reason)) {
            return;
        }
        losses().add(Loss.CARE_PLAN_REASON);
        ObjectNode contained = resource.putArray("contained").addObject();
        contained.put("resourceType", "Condition").put("id", "reason");
        contained.set("code", elements.codeable(reason));
        subject(contained, "subject");
    }

    /** The reason for which something was planned: a problem of the patient, or contained. */
    void addresses(ObjectNode resource, @Nullable Concept reason) {
        if (reason != null) {
            String problem = conditionIds.get(reason);
            resource.putArray("addresses")
                    .add(
                            problem == null
                                    ? elements.object().put("reference", "#reason")
                                    : elements.reference("Condition", problem));
        }
    }

    /** A resource of that type, labelled where nobody is meant. */
    ObjectNode resource(String type, String id) {
        ObjectNode resource = elements.object();
        resource.put("resourceType", type).put("id", id);
        if (synthetic) {
            resource.putObject("meta")
                    .putArray("tag")
                    .addObject()
                    .put("system", "http://terminology.hl7.org/CodeSystem/v3-ActReason")
                    .put("code", "HTEST")
                    .put("display", "test health data");
        }
        return resource;
    }

    /**
     * @param element "subject" or "patient"
     */
    void subject(ObjectNode resource, String element) {
        resource.set(element, elements.reference("Patient", patientId));
    }

    /** The visit of an event. One that has no resource is named by its identifier. */
    void encounter(ObjectNode resource, ClinicalEvent event) {
        String id = event.encounterId();
        if (id == null) {
            return;
        }
        String known = encounterIds.get(id);
        if (known != null) {
            resource.set("encounter", elements.reference("Encounter", known));
            return;
        }
        losses().add(Loss.ENCOUNTER_UNKNOWN);
        ObjectNode reference = elements.object().put("type", "Encounter");
        reference.set("identifier", elements.identifier(FhirIds.ENCOUNTER_SYSTEM, id));
        resource.set("encounter", reference);
    }
}
