package org.consilium.importing.fhir;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Value;
import org.consilium.importing.LongSet;
import org.consilium.importing.PatientSink;
import org.jspecify.annotations.Nullable;

/**
 * Follows the references of drafts and puts them to their patients: first within their document,
 * then in the whole import. Used by one thread.
 */
final class Placement {
    private final PatientSink sink;
    private final Index<PatientSlot> patients;
    private final ConceptIndex medications;
    private final ConceptIndex conditions;
    private final boolean sample;
    private final LongSet seen = new LongSet();

    /** When encounters began, in seconds, by patient and id. */
    private final LongMap begun = new LongMap();

    private final List<Unexplained> unexplained = new ArrayList<>();

    /** An encounter whose reason is a condition that was not read yet. */
    private record Unexplained(EncounterDraft draft, Scope scope, PatientSlot slot) {}

    /**
     * @param sample whether what is missing is not to be spoken of
     */
    Placement(
            PatientSink sink,
            Index<PatientSlot> patients,
            ConceptIndex medications,
            ConceptIndex conditions,
            boolean sample) {
        this.sink = sink;
        this.patients = patients;
        this.medications = medications;
        this.conditions = conditions;
        this.sample = sample;
    }

    /**
     * @param last whether nothing more comes, so that what leads nowhere is not to wait
     * @return false when it has to wait
     */
    boolean place(EncounterDraft draft, Scope scope, boolean last) {
        Origin origin = draft.origin();
        PatientSlot slot = patient(origin, scope);
        if (slot == null) {
            return !waits(origin, scope, last);
        }
        Encounter encounter = draft.encounter();
        var visit = new Scope.Visit(slot, encounter.id(), encounter.start());
        scope.visits().add(draft.address(), visit);
        if (isRepeated(origin)) {
            return true;
        }
        long key = key(slot, encounter.id());
        if (begun.get(key) != LongMap.NONE) {
            sink.rejected(origin.issue("id", "An earlier encounter has the same id."));
            return true;
        }
        begun.put(key, encounter.start().toEpochSecond(ZoneOffset.UTC));
        if (encounter.reason() == null && origin.reason() != null) {
            unexplained.add(new Unexplained(draft, scope, slot));
        } else {
            slot.buffer().add(encounter);
        }
        return true;
    }

    /** To be called when everything was read. */
    void finish() {
        for (Unexplained each : unexplained) {
            Encounter found = each.draft.encounter();
            each.slot
                    .buffer()
                    .add(
                            new Encounter(
                                    found.id(),
                                    found.encounterClass(),
                                    found.type(),
                                    reason(each.draft.origin(), each.scope),
                                    found.start(),
                                    found.end()));
        }
        unexplained.clear();
    }

    /**
     * @param last whether nothing more comes, so that what leads nowhere is not to wait
     * @return false when it has to wait
     */
    boolean place(ResourceDrafts resource, Scope scope, boolean last) {
        Origin origin = resource.origin();
        PatientSlot slot = patient(origin, scope);
        if (slot == null) {
            return !waits(origin, scope, last);
        }
        Scope.Visit visit = visit(slot, origin.encounter(), scope);
        Concept drug = medication(origin, scope);
        Concept reason = reason(origin, scope);
        boolean complete =
                (visit != null || origin.encounter() == null)
                        && (drug != null || origin.medication() == null)
                        && (reason != null || origin.reason() == null);
        if (!complete && !last) {
            return false;
        }
        boolean nameless =
                drug == null
                        && origin.medication() != null
                        && resource.drafts().getFirst().concept() == null;
        if (nameless && !sample) {
            sink.rejected(
                    origin.issue(
                            "medicationReference",
                            "The reference leads to no medication in these files."));
        }
        if (nameless || isRepeated(origin)) {
            return true;
        }
        if (visit == null && origin.encounter() != null && !sample) {
            sink.noted(
                    origin.issue(
                            "encounter",
                            "The encounter is not in these files; the resource was taken"
                                    + " without it."));
        }
        for (Draft draft : resource.drafts()) {
            take(draft, origin, slot, drug, visit, reason);
        }
        return true;
    }

    private void take(
            Draft draft,
            Origin origin,
            PatientSlot slot,
            @Nullable Concept drug,
            Scope.@Nullable Visit visit,
            @Nullable Concept reason) {
        Concept concept = drug == null ? draft.concept() : drug;
        if (concept == null) {
            return;
        }
        Value value =
                draft.kind() == EventKind.MEDICATION
                        ? MedicationCourses.mark(origin.type(), draft.ending())
                        : draft.value();
        ClinicalEvent event =
                Dating.event(
                        draft,
                        slot.patient(),
                        visit == null ? null : visit.start(),
                        visit == null ? null : visit.id(),
                        concept,
                        value,
                        draft.reason() == null ? reason : draft.reason());
        if (event != null) {
            slot.buffer().add(event);
        } else if (visit != null || origin.encounter() == null || !sample) {
            ResourceMapper mapper = Mappers.EVENTS.get(origin.type());
            sink.rejected(
                    origin.issue(
                            mapper == null ? null : mapper.startField(),
                            "It has no date, and no encounter to take one from."));
        }
    }

    private @Nullable PatientSlot patient(Origin origin, Scope scope) {
        if (scope.isRejected(origin.subject())) {
            return null;
        }
        PatientSlot slot = scope.patients().find(origin.subject());
        return slot == null ? patients.find(origin.subject()) : slot;
    }

    private @Nullable Concept medication(Origin origin, Scope scope) {
        Concept found = scope.medications().find(origin.medication());
        return found == null ? medications.find(origin.medication()) : found;
    }

    private @Nullable Concept reason(Origin origin, Scope scope) {
        Concept found = scope.conditions().find(origin.reason());
        return found == null ? conditions.find(origin.reason()) : found;
    }

    /** An encounter of this patient, in this document or elsewhere. */
    private Scope.@Nullable Visit visit(PatientSlot slot, @Nullable String reference, Scope scope) {
        if (reference == null) {
            return null;
        }
        Scope.Visit visit = scope.visits().find(reference);
        if (visit != null && visit.slot().equals(slot)) {
            return visit;
        }
        String id = References.id(reference);
        long start = begun.get(key(slot, id));
        return start == LongMap.NONE
                ? null
                : new Scope.Visit(slot, id, LocalDateTime.ofEpochSecond(start, 0, ZoneOffset.UTC));
    }

    private static long key(PatientSlot slot, String encounterId) {
        return LongSet.hash(slot.number() + "/" + encounterId);
    }

    private boolean isRepeated(Origin origin) {
        if (origin.identity() == 0 || seen.add(origin.identity())) {
            return false;
        }
        sink.skipped(origin.type() + " (repeated)");
        return true;
    }

    /** Whether a resource without a patient waits for one; if not, it is said. */
    private boolean waits(Origin origin, Scope scope, boolean last) {
        boolean nobody = origin.subject() == null || scope.isRejected(origin.subject());
        if (!last && !nobody) {
            return true;
        }
        if (!sample || origin.subject() == null) {
            boolean patient =
                    origin.type().equals("Immunization")
                            || origin.type().equals("AllergyIntolerance");
            sink.rejected(
                    origin.issue(
                            patient ? "patient" : "subject",
                            origin.subject() == null
                                    ? "It names no patient."
                                    : "The reference leads to no patient in these files."));
        }
        return false;
    }
}
