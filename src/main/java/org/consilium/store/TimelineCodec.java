package org.consilium.store;

import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Timeline;

/**
 * A patient's encounters and events as one value, {@link Deflated}. Reading a cohort so is many
 * times faster than from a row an event (docs/decisions/0003). Thread-safe.
 */
final class TimelineCodec {
    private static final byte VERSION = 1;
    private final ConceptDictionary concepts;

    TimelineCodec(ConceptDictionary concepts) {
        this.concepts = concepts;
    }

    byte[] encode(Timeline timeline) {
        TimelineWriter writer = new TimelineWriter(concepts);
        timeline.encounters().forEach(writer::encounter);
        timeline.events().forEach(writer::event);
        return Deflated.of(VERSION, writer.content());
    }

    /**
     * @throws StoreException when the value is damaged or of a later version
     */
    Timeline decode(Patient patient, byte[] value) {
        TimelineReader reader = new TimelineReader(Deflated.content(VERSION, value), concepts);
        List<Encounter> encounters = new ArrayList<>();
        List<ClinicalEvent> events = new ArrayList<>();
        try {
            reader.read(encounters, events);
        } catch (RuntimeException e) {
            // whatever it was, it is not what was written: and its message could hold a value
            throw Deflated.damaged();
        }
        return new Timeline(patient, encounters, events);
    }
}
