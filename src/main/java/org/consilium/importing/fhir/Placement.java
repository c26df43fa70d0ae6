package org.consilium.importing.fhir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.importing.LongSet;
import org.consilium.importing.PatientSink;
import org.jspecify.annotations.Nullable;

/** Follows the references of drafts and puts them to their patients. Used once, by one thread. */
final class Placement {
    private final PatientSink sink;
    private final LongSet seen;
    private final Index<PatientSlot> patients;
    private final Index<Concept> medications;
    private final Index<Concept> conditions;
    private final boolean last;
    private final Index<Visit> visits = new Index<>();
    private final Map<PatientSlot, MedicationCourses> courses = new LinkedHashMap<>();
    private final List<EncounterDraft> waitingEncounters = new ArrayList<>();
    private final List<Draft> waiting = new ArrayList<>();

    private record Visit(PatientSlot slot, Encounter encounter) {}

    /**
     * @param last whether nothing more comes, so that what leads nowhere is not to wait
     */
    Placement(
            PatientSink sink,
            LongSet seen,
            Index<PatientSlot> patients,
            Index<Concept> medications,
            Index<Concept> conditions,
            boolean last) {
        this.sink = sink;
        this.seen = seen;
        this.patients = patients;
        this.medications = medications;
        this.conditions = conditions;
        this.last = last;
    }

    void place(List<EncounterDraft> encounters, List<Draft> events) {
        encounters.forEach(this::place);
        events.forEach(this::place);
        courses.forEach((slot, course) -> {
            course.settled().forEach(slot.buffer()::add);
            for (int i = 0; i < course.absorbed(); i++) {
                sink.skipped("MedicationAdministration (of an order)");
            }
        });
    }

    /** Encounters whose patients are not here. */
    List<EncounterDraft> waitingEncounters() {
        return waitingEncounters;
    }

    /** Events of which something is not here. */
    List<Draft> waiting() {
        return waiting;
    }

    private void place(EncounterDraft draft) {
        Draft.Origin origin = draft.origin();
        PatientSlot slot = patients.find(origin.subject());
        if (slot == null) {
            if (last) {
                rejectSubject(origin);
            } else {
                waitingEncounters.add(draft);
            }
            return;
        }
        Encounter encounter = withReason(draft);
        visits.add(draft.address(), new Visit(slot, encounter));
        if (isRepeated(origin)) {
            return;
        }
        if (slot.buffer().knowsEncounter(encounter.id())) {
            sink.rejected(origin.issue("id", "An earlier encounter has the same id."));
            return;
        }
        slot.buffer().add(encounter);
    }

    private Encounter withReason(EncounterDraft draft) {
        Encounter found = draft.encounter();
        Concept reason = conditions.find(draft.origin().reason());
        return found.reason() != null || reason == null
                ? found
                : new Encounter(
                        found.id(),
                        found.encounterClass(),
                        found.type(),
                        reason,
                        found.start(),
                        found.end());
    }

    private void place(Draft draft) {
        Draft.Origin origin = draft.origin();
        PatientSlot slot = patients.find(origin.subject());
        Concept drug = medications.find(draft.medication());
        boolean complete = draft.medication() == null || drug != null;
        Visit visit = slot == null ? null : visit(slot, origin.encounter());
        String encounterId = slot == null ? null : encounterId(slot, visit, origin.encounter());
        complete &= slot != null && (origin.encounter() == null || encounterId != null);
        if (!complete && !last) {
            waiting.add(draft);
            return;
        }
        Concept concept = drug == null ? draft.concept() : drug;
        if (slot == null) {
            rejectSubject(origin);
        } else if (concept == null) {
            sink.rejected(
                    origin.issue(
                            "medicationReference",
                            "The reference leads to no medication in these files."));
        } else if (!isRepeated(origin)) {
            if (origin.encounter() != null && encounterId == null) {
                sink.noted(
                        origin.issue(
                                "encounter",
                                "The encounter is not in these files; the resource was taken"
                                        + " without it."));
            }
            take(draft, slot, concept, visit == null ? null : visit.encounter, encounterId);
        }
    }

    private void take(
            Draft draft,
            PatientSlot slot,
            Concept concept,
            @Nullable Encounter visit,
            @Nullable String encounterId) {
        Concept reason =
                draft.reason() == null ? conditions.find(draft.origin().reason()) : draft.reason();
        ClinicalEvent event =
                Dating.event(draft, slot.patient(), visit, encounterId, concept, reason);
        if (event == null) {
            sink.rejected(
                    draft.origin()
                            .issue(
                                    draft.origin().startField(),
                                    "It has no date, and no encounter to take one from."));
        } else if (event.kind() == EventKind.MEDICATION) {
            courses.computeIfAbsent(slot, key -> new MedicationCourses()).add(draft, event);
        } else {
            slot.buffer().add(event);
        }
    }

    private @Nullable Visit visit(PatientSlot slot, @Nullable String reference) {
        Visit visit = visits.find(reference);
        return visit != null && visit.slot == slot ? visit : null;
    }

    /** The id of an encounter of this patient, in this file or an earlier one. */
    private static @Nullable String encounterId(
            PatientSlot slot, @Nullable Visit visit, @Nullable String reference) {
        if (visit != null || reference == null) {
            return visit == null ? null : visit.encounter.id();
        }
        String id = References.id(reference);
        return slot.buffer().knowsEncounter(id) ? id : null;
    }

    private boolean isRepeated(Draft.Origin origin) {
        if (origin.identity() == 0 || seen.add(origin.identity())) {
            return false;
        }
        sink.skipped(origin.type() + " (repeated)");
        return true;
    }

    private void rejectSubject(Draft.Origin origin) {
        boolean patient =
                origin.type().equals("Immunization") || origin.type().equals("AllergyIntolerance");
        sink.rejected(
                origin.issue(
                        patient ? "patient" : "subject",
                        origin.subject() == null
                                ? "It names no patient."
                                : "The reference leads to no patient in these files."));
    }
}
