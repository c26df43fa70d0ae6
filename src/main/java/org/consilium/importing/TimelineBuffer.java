package org.consilium.importing;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Timeline;

/**
 * What has been read of one patient so far, at about 12 bytes an event instead of some 200 as
 * objects: sources that are not grouped by patient have to be held whole, because patients' data
 * may not be spilled to a temporary file. Times are kept to the second. Not thread-safe.
 */
public final class TimelineBuffer {
    private final Patient patient;
    private final Dictionary<String> encounterIds = new Dictionary<>();
    private final BitSet added = new BitSet();
    private final PackedEncounters encounters;
    private final PackedEvents events;

    /** Words that the patients of one import have in common. Not thread-safe. */
    public static final class Words {
        private final Dictionary<Concept> concepts = new Dictionary<>();
        private final Dictionary<String> texts = new Dictionary<>();
    }

    public TimelineBuffer(Patient patient, Words words) {
        this.patient = patient;
        encounters = new PackedEncounters(words.concepts, words.texts, encounterIds);
        events = new PackedEvents(words.concepts, words.texts, encounterIds);
    }

    /** Whether this encounter was added, or named by an event that was. */
    public boolean knowsEncounter(String id) {
        return encounterIds.contains(id);
    }

    /** Whether this encounter itself was added. */
    public boolean hasEncounter(String id) {
        return encounterIds.contains(id) && added.get(encounterIds.number(id));
    }

    public void add(Encounter encounter) {
        encounters.add(encounter);
        added.set(encounterIds.number(encounter.id()));
    }

    public void add(ClinicalEvent event) {
        events.add(event);
    }

    /** Everything added, by start (equal ones in the order added). To be called once. */
    public Timeline toTimeline() {
        List<Encounter> visits = encounters.drain();
        visits.sort(Comparator.comparing(Encounter::start));
        List<ClinicalEvent> recorded = events.drain();
        recorded.sort(Comparator.comparing(ClinicalEvent::start));
        return new Timeline(patient, visits, recorded);
    }
}
