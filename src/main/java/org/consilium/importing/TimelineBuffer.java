package org.consilium.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * What has been read of one patient so far, at about 12 bytes an event instead of some 200 as
 * objects, for sources that are not grouped by patient. What is over the budget of the import's
 * {@link Spill} waits there; the timeline is the same with and without. Times are kept to the
 * second. Not thread-safe.
 */
public final class TimelineBuffer {
    private final Patient patient;
    private final Words words;
    private final int number;
    private @Nullable PackedTimeline packed;

    public TimelineBuffer(Patient patient, Words words) {
        this.patient = patient;
        this.words = words;
        this.number = words.overflow.register(this);
    }

    /**
     * Words that the patients of one import have in common, and the memory that they share. What
     * stays in memory whatever the budget is who the patients are (some 400 bytes each) and a hash
     * of each spilled encounter's id (some 16). Not thread-safe.
     */
    public static final class Words {
        private final Overflow overflow;
        private Dictionary<Concept> concepts = new Dictionary<>();
        private Dictionary<String> texts = new Dictionary<>();

        /** Without an end to the memory. */
        public Words() {
            this(Spill.NONE);
        }

        public Words(Spill spill) {
            overflow = new Overflow(spill);
        }

        private long weight() {
            return concepts.weight() + texts.weight();
        }

        private void weigh(long more) {
            if (overflow.isTooMuch(more)) {
                overflow.spill();
                concepts = new Dictionary<>();
                texts = new Dictionary<>();
            }
        }
    }

    public Patient patient() {
        return patient;
    }

    /** Whether this encounter was added, or named by an event that was. */
    public boolean knowsEncounter(String id) {
        return (packed != null && packed.knowsEncounter(id))
                || words.overflow.knowsEncounter(number, id);
    }

    public void add(Encounter encounter) {
        long before = weight();
        packed().add(encounter);
        words.weigh(weight() - before);
    }

    public void add(ClinicalEvent event) {
        long before = weight();
        packed().add(event);
        words.weigh(weight() - before);
    }

    private long weight() {
        return words.weight() + (packed == null ? 0 : packed.weight());
    }

    private PackedTimeline packed() {
        PackedTimeline into = packed;
        if (into == null) {
            into = new PackedTimeline(words.concepts, words.texts);
            packed = into;
        }
        return into;
    }

    boolean isEmpty() {
        return packed == null;
    }

    int number() {
        return number;
    }

    /** What is in memory; it is not there any more afterwards. */
    Timeline drain() {
        PackedTimeline full = packed;
        packed = null;
        return full == null ? new Timeline(patient, List.of(), List.of()) : full.drain(patient);
    }

    /** Everything added, by start (equal ones in the order added). To be called once. */
    public Timeline toTimeline() {
        Timeline rest = drain();
        List<Timeline> kept = words.overflow.take(this);
        if (kept.isEmpty()) {
            return rest;
        }
        List<Encounter> encounters = new ArrayList<>();
        List<ClinicalEvent> events = new ArrayList<>();
        for (Timeline part : kept) {
            encounters.addAll(part.encounters());
            events.addAll(part.events());
        }
        encounters.addAll(rest.encounters());
        events.addAll(rest.events());
        encounters.sort(Comparator.comparing(Encounter::start));
        events.sort(Comparator.comparing(ClinicalEvent::start));
        return new Timeline(patient, encounters, events);
    }
}
