package org.consilium.importing;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.consilium.clinical.Patient;
import org.consilium.importing.source.ByteProgress;
import org.jspecify.annotations.Nullable;

/**
 * What has been read so far of a source that is not grouped by patient, by patient; beyond the
 * budget of the sink's {@link Spill} it waits there. Used once, by one thread.
 */
public final class Gathering {
    private final PatientSink sink;
    private final TimelineBuffer.Words words;
    private final Map<String, TimelineBuffer> patients = new LinkedHashMap<>();
    private @Nullable TimelineBuffer last;

    public Gathering(PatientSink sink) {
        this.sink = sink;
        this.words = new TimelineBuffer.Words(sink.spill());
    }

    /** The records of the patient of that id; null where none was added. */
    public @Nullable TimelineBuffer find(String id) {
        TimelineBuffer before = last;
        if (before != null && before.patient().id().equals(id)) {
            return before;
        }
        TimelineBuffer found = patients.get(id);
        last = found == null ? before : found;
        return found;
    }

    /** Adds a patient whose id none has that was added before. */
    public TimelineBuffer add(Patient patient) {
        if (patients.containsKey(patient.id())) {
            throw new IllegalArgumentException("a patient is added once");
        }
        TimelineBuffer buffer = new TimelineBuffer(patient, words);
        patients.put(patient.id(), buffer);
        return buffer;
    }

    /** Hands every patient over, in the order in which they were added. To be called once. */
    public void handOver(ByteProgress progress) {
        last = null;
        int all = patients.size();
        int done = 0;
        // each buffer is let go as its patient is handed over
        for (Iterator<TimelineBuffer> each = patients.values().iterator(); each.hasNext(); ) {
            TimelineBuffer patient = each.next();
            each.remove();
            sink.patient(patient.toTimeline());
            progress.handedOver(++done, all);
        }
    }
}
