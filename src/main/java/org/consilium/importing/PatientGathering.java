package org.consilium.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Timeline;
import org.consilium.importing.source.ByteProgress;
import org.jspecify.annotations.Nullable;

/**
 * The patients of a source whose rows come in any order: gathered by id, packed, and handed over
 * when all of it is read; what has no room in memory waits in the sink's {@link Spill}. Used once,
 * by one thread.
 */
public final class PatientGathering {
    private final PatientSink sink;
    private final TimelineBuffer.Words words;
    private final LongSet visits = new LongSet();
    private final Map<String, Gathered> patients = new LinkedHashMap<>();
    private @Nullable Gathered last;

    /** What there is of one patient. */
    private static final class Gathered {
        private final TimelineBuffer buffer;
        private Patient patient;

        Gathered(Patient patient, TimelineBuffer.Words words) {
            this.patient = patient;
            buffer = new TimelineBuffer(patient, words);
        }
    }

    /**
     * @param sink given the patients in the end; what has no room in memory waits where it says
     */
    public PatientGathering(PatientSink sink) {
        this.sink = sink;
        this.words = new TimelineBuffer.Words(sink.spill());
    }

    /** Whether the patient was not there yet, and is now. */
    public boolean add(Patient patient) {
        if (patients.containsKey(patient.id())) {
            return false;
        }
        patients.put(patient.id(), new Gathered(patient, words));
        return true;
    }

    /** Takes back that a patient was added. */
    public void forget(String id) {
        patients.remove(id);
        last = null;
    }

    /** The records of a patient; null when nobody of that id was added. */
    public @Nullable TimelineBuffer records(String id) {
        Gathered found = last;
        if (found == null || !found.patient.id().equals(id)) {
            found = patients.get(id);
            last = found;
        }
        return found == null ? null : found.buffer;
    }

    /** What is known of a patient who was added; null when nobody of that id was. */
    public @Nullable Patient patient(String id) {
        return records(id) == null ? null : Objects.requireNonNull(last).patient;
    }

    /**
     * Adds the patient, or what is not yet known of one who is there.
     *
     * @return whether the patient was not there yet
     */
    public boolean complete(Patient patient) {
        if (add(patient)) {
            return true;
        }
        Gathered found = Objects.requireNonNull(patients.get(patient.id()));
        found.patient = merged(found.patient, patient);
        return false;
    }

    private static Patient merged(Patient known, Patient more) {
        return new Patient(
                known.id(),
                either(known.familyName(), more.familyName()),
                either(known.givenName(), more.givenName()),
                known.sex() == Sex.UNKNOWN ? more.sex() : known.sex(),
                either(known.birthDate(), more.birthDate()),
                either(known.deathDate(), more.deathDate()),
                either(known.race(), more.race()),
                either(known.ethnicity(), more.ethnicity()),
                either(known.language(), more.language()),
                either(known.site(), more.site()));
    }

    private static <T> @Nullable T either(@Nullable T first, @Nullable T second) {
        return first == null ? second : first;
    }

    /**
     * Adds a visit of a patient who was added.
     *
     * @return whether the patient had none of that id before (by a hash of 64 bits of both ids)
     */
    public boolean add(String patient, Encounter visit) {
        TimelineBuffer records = Objects.requireNonNull(records(patient));
        if (!visits.add(LongSet.hash(patient + "\n" + visit.id()))) {
            return false;
        }
        records.add(visit);
        return true;
    }

    /** What becomes of events that name a visit of which there is no row. */
    public enum MissingVisits {
        /** They belong to no visit. */
        LEFT_OUT,
        /** A visit is made of them: it starts with the first of them, and its end is not known. */
        MADE
    }

    /**
     * Hands every patient over and forgets them. To be called once.
     *
     * @return how many events named a visit that has no row
     */
    public long handOver(ByteProgress progress, MissingVisits missing) {
        last = null;
        long orphans = 0;
        int all = patients.size();
        int done = 0;
        // each buffer is let go as its patient is handed over
        for (Iterator<Gathered> each = patients.values().iterator(); each.hasNext(); ) {
            Gathered next = each.next();
            each.remove();
            Timeline read = next.buffer.toTimeline();
            Set<String> visits = new HashSet<>();
            read.encounters().forEach(visit -> visits.add(visit.id()));
            long lost = read.events().stream().filter(event -> isLost(event, visits)).count();
            orphans += lost;
            sink.patient(whole(next.patient, read, lost == 0 ? null : visits, missing));
            progress.handedOver(++done, all);
        }
        return orphans;
    }

    private static boolean isLost(ClinicalEvent event, Set<String> visits) {
        return event.encounterId() != null && !visits.contains(event.encounterId());
    }

    private static Timeline whole(
            Patient patient, Timeline read, @Nullable Set<String> visits, MissingVisits missing) {
        if (visits == null) {
            return new Timeline(patient, read.encounters(), read.events());
        }
        if (missing == MissingVisits.LEFT_OUT) {
            List<ClinicalEvent> events =
                    read.events().stream()
                            .map(event -> isLost(event, visits) ? loose(event) : event)
                            .toList();
            return new Timeline(patient, read.encounters(), events);
        }
        List<Encounter> all = new ArrayList<>(read.encounters());
        for (ClinicalEvent event : read.events()) { // by start
            String id = event.encounterId();
            if (id != null && visits.add(id)) {
                all.add(new Encounter(id, "", null, null, event.start(), null));
            }
        }
        all.sort(Comparator.comparing(Encounter::start));
        return new Timeline(patient, all, read.events());
    }

    private static ClinicalEvent loose(ClinicalEvent event) {
        return new ClinicalEvent(
                event.kind(),
                event.category(),
                event.concept(),
                null,
                event.start(),
                event.end(),
                event.value(),
                event.reason());
    }
}
