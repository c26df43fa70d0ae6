package org.consilium.importing.fhir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Timeline;
import org.consilium.importing.PatientSink;
import org.consilium.importing.TimelineBuffer;
import org.consilium.importing.source.ByteProgress;

/** What has been read of all files so far, by patient. Used once, by one thread. */
final class Gathered {
    private final PatientSink sink;
    private final ByteProgress progress;
    private final TimelineBuffer.Words words;
    private final Map<String, PatientSlot> slots = new LinkedHashMap<>();
    private final Index<PatientSlot> patients = new Index<>();
    private final ConceptIndex medications = new ConceptIndex();
    private final ConceptIndex conditions = new ConceptIndex();
    private final Versions versions;
    private final Placement placement;
    private final List<WaitingEncounter> waitingEncounters = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();

    private record WaitingEncounter(EncounterDraft draft, Scope scope) {}

    private record Waiting(ResourceDrafts drafts, Scope scope) {}

    /**
     * @param sample whether what is missing is not to be spoken of
     */
    Gathered(PatientSink sink, ByteProgress progress, boolean sample) {
        this.sink = sink;
        this.progress = progress;
        versions = new Versions(sink);
        Whereabouts whereabouts = new Whereabouts(patients, medications, conditions);
        placement = new Placement(sink, whereabouts, versions, sample);
        words = new TimelineBuffer.Words(sink.spill());
    }

    /**
     * Takes content for good; what refers to something that is not here yet waits for it.
     *
     * @param scope of the document it is from; of lines, one for all of them
     */
    void take(FileContent content, Scope scope) {
        content.unusedByType().forEach(sink::skipped);
        content.issues().forEach(sink::rejected);
        content.patients().forEach(patient -> admit(patient, scope));
        for (FileContent.Named each : content.medications()) {
            scope.medications().add(each.address(), each.concept());
            medications.add(each.address(), each.concept());
        }
        for (FileContent.Named each : content.conditions()) {
            scope.conditions().add(each.address(), each.concept());
            conditions.add(each.address(), each.concept());
        }
        content.codings().forEach(each -> sink.alsoCoded(each.taken(), each.other()));
        for (EncounterDraft draft : content.encounters()) {
            if (!placement.place(draft, scope, false)) {
                waitingEncounters.add(new WaitingEncounter(draft, scope));
            }
        }
        for (ResourceDrafts drafts : content.events()) {
            if (!placement.place(drafts, scope, false)) {
                waiting.add(new Waiting(drafts, scope));
            }
        }
        content.clear();
    }

    private void admit(PatientDraft draft, Scope scope) {
        Patient patient = draft.patient();
        String server = References.server(draft.address().fullUrl());
        PatientSlot slot = slots.get(patient.id());
        if (slot == null) {
            slot =
                    new PatientSlot(
                            slots.size(),
                            patient,
                            draft.origin().version(),
                            server,
                            new TimelineBuffer(patient, words));
            slots.put(patient.id(), slot);
            progress.found();
        } else if (slot.mayBe(patient, server)) {
            slot = described(slot, patient, draft.origin().version());
        } else {
            scope.reject(draft.address());
            sink.rejected(
                    draft.origin()
                            .issue(
                                    "id",
                                    "An earlier patient has the same id, but another server,"
                                            + " birth date or sex."));
            return;
        }
        scope.patients().add(draft.address(), slot);
        patients.add(draft.address(), slot);
    }

    /** A patient who came again, as the newer version describes them. */
    private PatientSlot described(PatientSlot known, Patient patient, int version) {
        int order = Version.compare(version, known.version());
        boolean same = patient.equals(known.patient());
        sink.skipped(same ? "Patient (repeated)" : "Patient (older version)");
        if (!same) {
            versions.changed(order);
        }
        if (order < 0 || order == 0 && same) {
            return known;
        }
        PatientSlot newer = known.as(patient, version);
        slots.put(patient.id(), newer);
        return newer;
    }

    /** Follows what references are left, and hands every patient over. To be called once. */
    void handOver() {
        waitingEncounters.forEach(each -> placement.place(each.draft, each.scope, true));
        waitingEncounters.clear();
        waiting.forEach(each -> placement.place(each.drafts, each.scope, true));
        waiting.clear();
        placement.finish();
        versions.report();
        int all = slots.size();
        int done = 0;
        // each buffer is let go as its patient is handed over
        for (var each = slots.values().iterator(); each.hasNext(); ) {
            PatientSlot slot = each.next();
            each.remove();
            Timeline read = versions.inForce(slot, slot.buffer().toTimeline());
            var settled = MedicationCourses.settle(read);
            sink.patient(settled.timeline());
            settled.absorbed()
                    .forEach((type, count) -> {
                        for (int i = 0; i < count; i++) {
                            sink.skipped(type + " (of an order)");
                        }
                    });
            progress.handedOver(++done, all);
        }
    }
}
