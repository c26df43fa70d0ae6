package org.consilium.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Value;
import org.jspecify.annotations.Nullable;

/** Reads what {@link TimelineWriter} wrote. */
final class TimelineReader {
    private static final EventKind[] KINDS = EventKind.values();
    private static final Category[] CATEGORIES = Category.values();

    private final ByteBuffer content;
    private final ConceptDictionary concepts;
    private String[] texts = {};
    private long seconds;

    TimelineReader(byte[] content, ConceptDictionary concepts) {
        this.content = ByteBuffer.wrap(content);
        this.concepts = concepts;
    }

    void read(List<Encounter> encounters, List<ClinicalEvent> events) {
        try {
            texts = new String[count()];
            for (int i = 0; i < texts.length; i++) {
                byte[] bytes = new byte[count()];
                content.get(bytes);
                texts[i] = new String(bytes, StandardCharsets.UTF_8);
            }
            for (int left = count(); left > 0; left--) {
                encounters.add(encounter());
            }
            seconds = 0;
            for (int left = count(); left > 0; left--) {
                events.add(event());
            }
        } catch (BufferUnderflowException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("content ends early", e);
        }
    }

    private Encounter encounter() {
        String id = Objects.requireNonNull(text());
        String encounterClass = Objects.requireNonNull(text());
        Concept type = concept();
        Concept reason = concept();
        LocalDateTime start = start();
        return new Encounter(id, encounterClass, type, reason, start, end());
    }

    private ClinicalEvent event() {
        EventKind kind = KINDS[count()];
        Category category = CATEGORIES[count()];
        Concept concept = Objects.requireNonNull(concept());
        String encounter = text();
        LocalDateTime start = start();
        LocalDateTime end = end();
        Concept reason = concept();
        return new ClinicalEvent(kind, category, concept, encounter, start, end, value(), reason);
    }

    private @Nullable Value value() {
        int form = count();
        return switch (form) {
            case TimelineWriter.NO_VALUE -> null;
            case TimelineWriter.QUANTITY ->
                    new Value.Quantity(content.getDouble(), Objects.requireNonNull(text()));
            case TimelineWriter.RANGED ->
                    new Value.Quantity(
                            content.getDouble(),
                            Objects.requireNonNull(text()),
                            optional(),
                            optional());
            case TimelineWriter.CODED -> new Value.Coded(Objects.requireNonNull(concept()));
            case TimelineWriter.TEXT -> new Value.Text(Objects.requireNonNull(text()));
            default -> throw new IllegalArgumentException("unknown form of value");
        };
    }

    private @Nullable Double optional() {
        return count() == 0 ? null : content.getDouble();
    }

    private @Nullable String text() {
        int number = count();
        return number == 0 ? null : texts[number - 1];
    }

    private @Nullable Concept concept() {
        int number = count();
        return number == 0 ? null : concepts.concept(number - 1);
    }

    private LocalDateTime start() {
        seconds += signed();
        return LocalDateTime.ofEpochSecond(seconds, count(), ZoneOffset.UTC);
    }

    private @Nullable LocalDateTime end() {
        if (count() == 0) {
            return null;
        }
        long after = signed();
        return LocalDateTime.ofEpochSecond(seconds + after, count(), ZoneOffset.UTC);
    }

    private long signed() {
        long value = number();
        return (value >>> 1) ^ -(value & 1);
    }

    private int count() {
        return Math.toIntExact(number());
    }

    private long number() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = content.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number has no end");
    }
}
