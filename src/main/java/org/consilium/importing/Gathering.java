package org.consilium.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Timeline;
import org.consilium.importing.source.ByteProgress;
import org.jspecify.annotations.Nullable;

/**
 * What has been read so far, by patient, of a source that is not grouped by patient. Packed in
 * memory; what is over the budget of the sink's {@link Spill} is kept there, and brought together
 * when the patients are handed over: the timelines are the same with and without. What stays in
 * memory whatever the budget is who the patients are (some 400 bytes each) and, once something was
 * spilled, a hash of each encounter's id (some 16). Used once, by one thread.
 */
public final class Gathering {
    /** What is spilled, or taken back, at a time. */
    private static final int EVENTS = 50_000;

    private static final int PATIENTS = 64;

    private final PatientSink sink;
    private final Spill spill;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final LongSet spilledEncounters = new LongSet();
    private TimelineBuffer.Words words = new TimelineBuffer.Words();
    private @Nullable Entry last;
    private long held;
    private boolean spilled;

    public Gathering(PatientSink sink) {
        this.sink = sink;
        this.spill = sink.spill();
    }

    /** What is gathered of one patient. */
    public final class Entry {
        private final Patient patient;
        private final int number = entries.size();
        private @Nullable TimelineBuffer buffer;

        private Entry(Patient patient) {
            this.patient = patient;
        }

        public Patient patient() {
            return patient;
        }

        /** Whether this encounter was added, or named by an event that was. */
        public boolean knowsEncounter(String id) {
            return (buffer != null && buffer.knowsEncounter(id))
                    || (spilled && spilledEncounters.contains(hash(id)));
        }

        public void add(Encounter encounter) {
            TimelineBuffer into = buffer();
            long before = into.weight() + words.weight();
            into.add(encounter);
            weigh(into.weight() + words.weight() - before);
        }

        public void add(ClinicalEvent event) {
            TimelineBuffer into = buffer();
            long before = into.weight() + words.weight();
            into.add(event);
            weigh(into.weight() + words.weight() - before);
        }

        private TimelineBuffer buffer() {
            TimelineBuffer into = buffer;
            if (into == null) {
                into = new TimelineBuffer(patient, words);
                buffer = into;
                held += into.weight();
            }
            return into;
        }

        private Timeline drain() {
            TimelineBuffer full = buffer;
            buffer = null;
            return full == null ? new Timeline(patient, List.of(), List.of()) : full.toTimeline();
        }

        private long hash(String encounter) {
            return LongSet.hash(encounter) * (2L * number + 1);
        }
    }

    /** The patient of that id; null where none was added. */
    public @Nullable Entry find(String id) {
        Entry before = last;
        if (before != null && before.patient.id().equals(id)) {
            return before;
        }
        Entry entry = entries.get(id);
        if (entry != null) {
            last = entry;
        }
        return entry;
    }

    /** Adds a patient whose id none has that was added before. */
    public Entry add(Patient patient) {
        Entry entry = new Entry(patient);
        if (entries.putIfAbsent(patient.id(), entry) != null) {
            throw new IllegalArgumentException("a patient is added once");
        }
        return entry;
    }

    private void weigh(long more) {
        held += more;
        if (held > spill.budget()) {
            spill();
        }
    }

    private void spill() {
        List<Timeline> parts = new ArrayList<>();
        int events = 0;
        for (Entry entry : entries.values()) {
            if (entry.buffer == null) {
                continue;
            }
            Timeline part = entry.drain();
            part.encounters().forEach(each -> remember(entry, each.id()));
            part.events().forEach(each -> remember(entry, each.encounterId()));
            parts.add(part);
            events += part.events().size() + part.encounters().size();
            if (events >= EVENTS) {
                spill.keep(parts);
                parts.clear();
                events = 0;
            }
        }
        if (!parts.isEmpty()) {
            spill.keep(parts);
        }
        words = new TimelineBuffer.Words();
        held = 0;
        spilled = true;
    }

    private void remember(Entry entry, @Nullable String encounter) {
        if (encounter != null) {
            spilledEncounters.add(entry.hash(encounter));
        }
    }

    /** Hands every patient over, in the order in which they were added. To be called once. */
    public void handOver(ByteProgress progress) {
        last = null;
        int all = entries.size();
        int done = 0;
        Iterator<Entry> left = entries.values().iterator();
        while (left.hasNext()) {
            List<Entry> page = new ArrayList<>();
            while (left.hasNext() && page.size() < PATIENTS) {
                page.add(left.next());
                // each is let go as its patient is handed over
                left.remove();
            }
            Map<String, List<Timeline>> kept =
                    spilled
                            ? spill.kept(page.stream().map(each -> each.patient.id()).toList())
                            : Map.of();
            for (Entry entry : page) {
                Timeline rest = entry.drain();
                sink.patient(joined(kept.getOrDefault(entry.patient.id(), List.of()), rest));
                progress.handedOver(++done, all);
            }
        }
    }

    private static Timeline joined(List<Timeline> parts, Timeline rest) {
        if (parts.isEmpty()) {
            return rest;
        }
        List<Encounter> encounters = new ArrayList<>();
        List<ClinicalEvent> events = new ArrayList<>();
        parts.forEach(part -> {
            encounters.addAll(part.encounters());
            events.addAll(part.events());
        });
        encounters.addAll(rest.encounters());
        events.addAll(rest.events());
        encounters.sort(Comparator.comparing(Encounter::start));
        events.sort(Comparator.comparing(ClinicalEvent::start));
        return new Timeline(rest.patient(), encounters, events);
    }
}
