package org.consilium.importing.omop;

import java.util.LinkedHashMap;
import java.util.Map;
import org.consilium.clinical.Patient;
import org.consilium.importing.PatientSink;
import org.consilium.importing.TimelineBuffer;
import org.consilium.importing.source.ByteProgress;
import org.jspecify.annotations.Nullable;

/** What has been read of every person, packed. Not thread-safe. */
final class Persons {
    private final Map<String, TimelineBuffer> buffers = new LinkedHashMap<>();
    private final TimelineBuffer.Words words = new TimelineBuffer.Words();
    private @Nullable TimelineBuffer last;
    private String lastId = "";

    void add(Patient patient) {
        buffers.put(patient.id(), new TimelineBuffer(patient, words));
    }

    /** Rows of one person often follow one another. */
    @Nullable TimelineBuffer find(String id) {
        if (last == null || !id.equals(lastId)) {
            last = buffers.get(id);
            lastId = id;
        }
        return last;
    }

    /** Each buffer is let go as its person is handed over. */
    void handOver(PatientSink sink, ByteProgress progress) {
        last = null;
        int all = buffers.size();
        int done = 0;
        for (var each = buffers.values().iterator(); each.hasNext(); ) {
            TimelineBuffer buffer = each.next();
            each.remove();
            sink.patient(buffer.toTimeline());
            progress.handedOver(++done, all);
        }
    }
}
