package org.consilium.importing;

import java.util.Comparator;
import java.util.List;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Timeline;

/** Encounters and events of one patient, packed. Not thread-safe. */
final class PackedTimeline {
    /** The objects that an empty one consists of. */
    private static final int EMPTY = 400;

    private final Dictionary<String> encounterIds = new Dictionary<>();
    private final PackedEncounters encounters;
    private final PackedEvents events;

    PackedTimeline(Dictionary<Concept> concepts, Dictionary<String> texts) {
        encounters = new PackedEncounters(concepts, texts, encounterIds);
        events = new PackedEvents(concepts, texts, encounterIds);
    }

    boolean knowsEncounter(String id) {
        return encounterIds.contains(id);
    }

    void add(Encounter encounter) {
        encounters.add(encounter);
    }

    void add(ClinicalEvent event) {
        events.add(event);
    }

    /** Bytes of memory, roughly. */
    long weight() {
        return EMPTY + encounters.weight() + events.weight() + encounterIds.weight();
    }

    /** Everything added, by start (equal ones in the order added). To be called once. */
    Timeline drain(Patient patient) {
        List<Encounter> visits = encounters.drain();
        visits.sort(Comparator.comparing(Encounter::start));
        List<ClinicalEvent> recorded = events.drain();
        recorded.sort(Comparator.comparing(ClinicalEvent::start));
        return new Timeline(patient, visits, recorded);
    }
}
