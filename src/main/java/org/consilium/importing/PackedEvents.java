package org.consilium.importing;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Value;
import org.jspecify.annotations.Nullable;

/** Events of one patient, packed: added in any order, then read once. Not thread-safe. */
final class PackedEvents {
    private static final int ENCOUNTER = 1;
    private static final int END = 2;
    private static final int REASON = 4;
    private static final int QUANTITY = 8;
    private static final int CODED = 16;
    private static final int TEXT = QUANTITY | CODED;
    private static final int LOW = 32;
    private static final int HIGH = 64;
    private static final int CATEGORIES = 16;

    private final PackedBytes bytes = new PackedBytes();
    private final Dictionary<Concept> concepts;
    private final Dictionary<String> texts;
    private final Dictionary<String> encounterIds;
    private long lastStart;

    PackedEvents(
            Dictionary<Concept> concepts,
            Dictionary<String> texts,
            Dictionary<String> encounterIds) {
        this.concepts = concepts;
        this.texts = texts;
        this.encounterIds = encounterIds;
    }

    /** Bytes of memory, roughly. */
    long weight() {
        return bytes.weight();
    }

    void add(ClinicalEvent event) {
        String encounter = event.encounterId();
        LocalDateTime end = event.end();
        Concept reason = event.reason();
        long start = seconds(event.start());
        bytes.writeByte(event.kind().ordinal() * CATEGORIES + event.category().ordinal());
        bytes.writeByte(
                (encounter == null ? 0 : ENCOUNTER)
                        | (end == null ? 0 : END)
                        | (reason == null ? 0 : REASON)
                        | flags(event.value()));
        bytes.writeInt(concepts.number(event.concept()));
        if (encounter != null) {
            bytes.writeInt(encounterIds.number(encounter));
        }
        bytes.writeSigned(start - lastStart);
        lastStart = start;
        if (end != null) {
            bytes.writeSigned(seconds(end) - start);
        }
        write(event.value());
        if (reason != null) {
            bytes.writeInt(concepts.number(reason));
        }
    }

    List<ClinicalEvent> drain() {
        List<ClinicalEvent> found = new ArrayList<>();
        long start = 0;
        while (bytes.hasMore()) {
            int kind = bytes.readByte();
            int flags = bytes.readByte();
            Concept concept = concepts.value(bytes.readInt());
            String encounter =
                    (flags & ENCOUNTER) == 0 ? null : encounterIds.value(bytes.readInt());
            start += bytes.readSigned();
            LocalDateTime end = (flags & END) == 0 ? null : time(start + bytes.readSigned());
            Value value = readValue(flags);
            Concept reason = (flags & REASON) == 0 ? null : concepts.value(bytes.readInt());
            found.add(
                    new ClinicalEvent(
                            EventKind.values()[kind / CATEGORIES],
                            Category.values()[kind % CATEGORIES],
                            concept,
                            encounter,
                            time(start),
                            end,
                            value,
                            reason));
        }
        return found;
    }

    private static int flags(@Nullable Value value) {
        return switch (value) {
            case null -> 0;
            case Value.Quantity quantity ->
                    QUANTITY
                            | (quantity.low() == null ? 0 : LOW)
                            | (quantity.high() == null ? 0 : HIGH);
            case Value.Coded coded -> CODED;
            case Value.Text text -> TEXT;
        };
    }

    private void write(@Nullable Value value) {
        switch (value) {
            case null -> {}
            case Value.Quantity quantity -> {
                bytes.writeDouble(quantity.amount());
                bytes.writeInt(texts.number(quantity.unit()));
                writeIfThere(quantity.low());
                writeIfThere(quantity.high());
            }
            case Value.Coded coded -> bytes.writeInt(concepts.number(coded.concept()));
            case Value.Text text -> bytes.writeInt(texts.number(text.text()));
        }
    }

    private void writeIfThere(@Nullable Double bound) {
        if (bound != null) {
            bytes.writeDouble(bound);
        }
    }

    private @Nullable Value readValue(int flags) {
        return switch (flags & TEXT) {
            case QUANTITY ->
                    new Value.Quantity(
                            bytes.readDouble(),
                            texts.value(bytes.readInt()),
                            (flags & LOW) == 0 ? null : bytes.readDouble(),
                            (flags & HIGH) == 0 ? null : bytes.readDouble());
            case CODED -> new Value.Coded(concepts.value(bytes.readInt()));
            case TEXT -> new Value.Text(texts.value(bytes.readInt()));
            default -> null;
        };
    }

    static long seconds(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC);
    }

    static LocalDateTime time(long seconds) {
        return LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
    }
}
