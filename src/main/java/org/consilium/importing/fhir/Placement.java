package org.consilium.importing.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Value;
import org.consilium.importing.PatientSink;
import org.jspecify.annotations.Nullable;

/** Follows the references of drafts and puts them to their patients. Used by one thread. */
final class Placement {
    private final PatientSink sink;
    private final Whereabouts whereabouts;
    private final Versions versions;
    private final boolean sample;
    private final List<Unexplained> unexplained = new ArrayList<>();

    /** An encounter whose reason is a condition that was not read yet. */
    private record Unexplained(EncounterDraft draft, Scope scope, PatientSlot slot) {}

    /** What the references of a resource lead to. */
    private record Led(
            PatientSlot slot,
            Scope.@Nullable Visit visit,
            @Nullable Concept drug,
            @Nullable Concept reason) {

        boolean isWhole(Origin origin) {
            return (visit != null || origin.encounter() == null)
                    && (drug != null || origin.medication() == null)
                    && (reason != null || origin.reason() == null);
        }
    }

    /**
     * @param sample whether what is missing is not to be spoken of
     */
    Placement(PatientSink sink, Whereabouts whereabouts, Versions versions, boolean sample) {
        this.sink = sink;
        this.whereabouts = whereabouts;
        this.versions = versions;
        this.sample = sample;
    }

    /**
     * @param last whether nothing more comes, so that what leads nowhere is not to wait
     * @return false when it has to wait
     */
    boolean place(EncounterDraft draft, Scope scope, boolean last) {
        Origin origin = draft.origin();
        PatientSlot slot = whereabouts.patient(origin, scope, last);
        if (slot == null) {
            return !waits(origin, scope, last);
        }
        Encounter encounter = draft.encounter();
        var visit = new Scope.Visit(slot, encounter.id(), encounter.start());
        scope.visits().add(draft.address(), visit);
        if (whereabouts.knows(visit) && !versions.hasMet(origin)) {
            sink.rejected(origin.issue("id", "An earlier encounter has the same id."));
            return true;
        }
        int content = Objects.hash(encounter, encounter.reason(), id(origin.reason()));
        int[] marks = {Corrections.mark(encounter)};
        if (!versions.take(new Versions.Saying(origin, slot.number(), content, marks, last))) {
            return true;
        }
        whereabouts.enter(visit, draft.address().identifiers());
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
                                    whereabouts.reason(each.draft.origin(), each.scope),
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
        if (resource.drafts().isEmpty()) {
            versions.withdraw(origin);
            return true;
        }
        PatientSlot slot = whereabouts.patient(origin, scope, last);
        if (slot == null) {
            return !waits(origin, scope, last);
        }
        Led led =
                new Led(
                        slot,
                        whereabouts.visit(slot, origin.encounter(), scope),
                        whereabouts.medication(origin, scope),
                        whereabouts.reason(origin, scope));
        if (!led.isWhole(origin) && !last) {
            return false;
        }
        if (led.drug == null
                && origin.medication() != null
                && resource.drafts().getFirst().concept() == null) {
            if (!sample) {
                sink.rejected(
                        origin.issue(
                                "medicationReference",
                                "The reference leads to no medication in these files."));
            }
            return true;
        }
        take(resource, led, last);
        return true;
    }

    private void take(ResourceDrafts resource, Led led, boolean late) {
        Origin origin = resource.origin();
        List<ClinicalEvent> events = new ArrayList<>(resource.drafts().size());
        int undated = 0;
        for (Draft draft : resource.drafts()) {
            Concept concept = led.drug == null ? draft.concept() : led.drug;
            ClinicalEvent event = concept == null ? null : event(draft, origin, concept, led);
            if (event != null) {
                events.add(event);
            } else if (concept != null) {
                undated++;
            }
        }
        int[] marks = new int[events.size()];
        for (int i = 0; i < marks.length; i++) {
            marks[i] = Corrections.mark(events.get(i));
        }
        int slot = led.slot.number();
        if (!versions.take(new Versions.Saying(origin, slot, content(resource), marks, late))) {
            return;
        }
        if (led.visit == null && origin.encounter() != null && !sample) {
            sink.noted(
                    origin.issue(
                            "encounter",
                            "The encounter is not in these files; the resource was taken"
                                    + " without it."));
        }
        for (ClinicalEvent event : events) {
            led.slot.buffer().add(event);
            if (origin.contained()) {
                versions.corrections().contain(slot, event);
            }
        }
        if (led.visit != null || origin.encounter() == null || !sample) {
            rejectUndated(origin, undated);
        }
    }

    /** Equal for versions that say the same, whatever their references lead to by now. */
    private static int content(ResourceDrafts resource) {
        Origin origin = resource.origin();
        return Objects.hash(
                resource.drafts(),
                id(origin.encounter()),
                id(origin.medication()),
                id(origin.reason()));
    }

    private static @Nullable String id(@Nullable String reference) {
        return reference == null ? null : References.id(reference);
    }

    private static @Nullable ClinicalEvent event(
            Draft draft, Origin origin, Concept concept, Led led) {
        Value value =
                draft.kind() == EventKind.MEDICATION
                        ? MedicationCourses.mark(origin.type(), draft.ending())
                        : draft.value();
        Scope.Visit visit = led.visit;
        return Dating.event(
                draft,
                led.slot.patient(),
                visit == null ? null : visit.start(),
                visit == null ? null : visit.id(),
                concept,
                value,
                draft.reason() == null ? led.reason : draft.reason());
    }

    private void rejectUndated(Origin origin, int count) {
        ResourceMapper mapper = Mappers.EVENTS.get(origin.type());
        for (int i = 0; i < count; i++) {
            sink.rejected(
                    origin.issue(
                            mapper == null ? null : mapper.startField(),
                            "It has no date, and no encounter to take one from."));
        }
    }

    /** Whether a resource without a patient waits for one; if not, it is said. */
    private boolean waits(Origin origin, Scope scope, boolean last) {
        if (!last && whereabouts.mayWait(origin, scope)) {
            return true;
        }
        if (!sample || origin.subject() == null) {
            boolean patient =
                    origin.type().equals("Immunization")
                            || origin.type().equals("AllergyIntolerance");
            sink.rejected(
                    origin.issue(patient ? "patient" : "subject", whereabouts.noPatient(origin)));
        }
        return false;
    }
}
