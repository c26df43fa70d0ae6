package org.consilium.importing.fhir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Patient;
import org.consilium.importing.LongSet;
import org.consilium.importing.PatientSink;
import org.consilium.importing.TimelineBuffer;
import org.consilium.importing.source.ByteProgress;

/** What has been read of all files so far, by patient. Used once, by one thread. */
final class Gathered {
    private final PatientSink sink;
    private final TimelineBuffer.Words words;
    private final LongSet seen = new LongSet();
    private final Map<String, PatientSlot> slots = new LinkedHashMap<>();
    private final Index<PatientSlot> patients = new Index<>();
    private final Index<Concept> medications = new Index<>();
    private final List<EncounterDraft> waitingEncounters = new ArrayList<>();
    private final List<Draft> waiting = new ArrayList<>();

    Gathered(PatientSink sink) {
        this.sink = sink;
        this.words = new TimelineBuffer.Words(sink.spill());
    }

    /** Takes the content of a whole file; what refers to other files waits for them. */
    void take(FileContent content) {
        content.unusedByType()
                .forEach((type, count) -> {
                    for (int i = 0; i < count; i++) {
                        sink.skipped(type);
                    }
                });
        content.issues().forEach(sink::rejected);
        Index<PatientSlot> here = new Index<>();
        content.patients().forEach(patient -> admit(patient, here));
        Index<Concept> drugs = new Index<>();
        content.medications().forEach(drugs::add);
        if (content.events().stream().allMatch(event -> event.medication() == null)) {
            // drugs in a file of their own
            content.medications().forEach(medications::add);
        }
        Placement placement = new Placement(sink, seen, here, drugs, content.conditions(), false);
        placement.place(content.encounters(), content.events());
        waitingEncounters.addAll(placement.waitingEncounters());
        waiting.addAll(placement.waiting());
    }

    private void admit(PatientDraft draft, Index<PatientSlot> here) {
        Patient patient = draft.patient();
        String server = References.server(draft.address().fullUrl());
        PatientSlot slot = slots.get(patient.id());
        if (slot == null) {
            slot = new PatientSlot(patient, server, new TimelineBuffer(patient, words));
            slots.put(patient.id(), slot);
        } else if (slot.mayBe(patient, server)) {
            sink.skipped("Patient (repeated)");
        } else {
            sink.rejected(
                    draft.origin()
                            .issue(
                                    "id",
                                    "An earlier patient has the same id, but another server,"
                                            + " birth date or sex."));
            return;
        }
        here.add(draft.address(), slot);
        patients.add(draft.address(), slot);
    }

    /** Follows what references are left, and hands every patient over. To be called once. */
    void handOver(ByteProgress progress) {
        new Placement(sink, seen, patients, medications, new Index<>(), true)
                .place(waitingEncounters, waiting);
        waiting.clear();
        int all = slots.size();
        int done = 0;
        // each buffer is let go as its patient is handed over
        for (var each = slots.values().iterator(); each.hasNext(); ) {
            PatientSlot slot = each.next();
            each.remove();
            sink.patient(slot.buffer().toTimeline());
            progress.handedOver(++done, all);
        }
    }
}
