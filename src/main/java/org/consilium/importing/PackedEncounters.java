package org.consilium.importing;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;

/** Visits of one patient, packed: added in any order, then read once. Not thread-safe. */
final class PackedEncounters {
    private static final int END = 1;
    private static final int TYPE = 2;
    private static final int REASON = 4;

    private final PackedBytes bytes = new PackedBytes();
    private final Dictionary<Concept> concepts;
    private final Dictionary<String> texts;
    private final Dictionary<String> ids;

    PackedEncounters(
            Dictionary<Concept> concepts, Dictionary<String> texts, Dictionary<String> ids) {
        this.concepts = concepts;
        this.texts = texts;
        this.ids = ids;
    }

    /** Bytes of memory, roughly. */
    long weight() {
        return bytes.weight();
    }

    void add(Encounter encounter) {
        LocalDateTime end = encounter.end();
        Concept type = encounter.type();
        Concept reason = encounter.reason();
        bytes.writeByte(
                (end == null ? 0 : END)
                        | (type == null ? 0 : TYPE)
                        | (reason == null ? 0 : REASON));
        bytes.writeInt(ids.number(encounter.id()));
        bytes.writeInt(texts.number(encounter.encounterClass()));
        long start = PackedEvents.seconds(encounter.start());
        bytes.writeSigned(start);
        if (end != null) {
            bytes.writeSigned(PackedEvents.seconds(end) - start);
        }
        if (type != null) {
            bytes.writeInt(concepts.number(type));
        }
        if (reason != null) {
            bytes.writeInt(concepts.number(reason));
        }
    }

    List<Encounter> drain() {
        List<Encounter> found = new ArrayList<>();
        while (bytes.hasMore()) {
            int flags = bytes.readByte();
            String id = ids.value(bytes.readInt());
            String encounterClass = texts.value(bytes.readInt());
            long start = bytes.readSigned();
            LocalDateTime end =
                    (flags & END) == 0 ? null : PackedEvents.time(start + bytes.readSigned());
            Concept type = (flags & TYPE) == 0 ? null : concepts.value(bytes.readInt());
            Concept reason = (flags & REASON) == 0 ? null : concepts.value(bytes.readInt());
            found.add(
                    new Encounter(id, encounterClass, type, reason, PackedEvents.time(start), end));
        }
        return found;
    }
}
