package org.consilium.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.Value;
import org.consilium.clinical.Value.Coded;
import org.consilium.clinical.Value.Quantity;
import org.consilium.clinical.Value.Text;
import org.jspecify.annotations.Nullable;

/**
 * Writes the content of a timeline value: texts first, each once, then encounters, then events.
 * Numbers are LEB128, times are seconds since the time before them (zigzag) and nanoseconds, absent
 * things are 0.
 */
final class TimelineWriter {
    static final int NO_VALUE = 0;
    static final int QUANTITY = 1;
    static final int RANGED = 2;
    static final int CODED = 3;
    static final int TEXT = 4;

    private final ConceptDictionary concepts;
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final ByteArrayOutputStream encounters = new ByteArrayOutputStream();
    private final ByteArrayOutputStream events = new ByteArrayOutputStream();
    private int encounterCount;
    private int eventCount;
    private long lastEncounter;
    private long lastEvent;

    TimelineWriter(ConceptDictionary concepts) {
        this.concepts = concepts;
    }

    void encounter(Encounter encounter) {
        encounterCount++;
        text(encounters, encounter.id());
        text(encounters, encounter.encounterClass());
        concept(encounters, encounter.type());
        concept(encounters, encounter.reason());
        lastEncounter = times(encounters, lastEncounter, encounter.start(), encounter.end());
    }

    void event(ClinicalEvent event) {
        eventCount++;
        number(events, event.kind().ordinal());
        number(events, event.category().ordinal());
        concept(events, event.concept());
        text(events, event.encounterId());
        lastEvent = times(events, lastEvent, event.start(), event.end());
        concept(events, event.reason());
        value(event.value());
    }

    private void value(@Nullable Value value) {
        switch (value) {
            case null -> number(events, NO_VALUE);
            case Quantity quantity -> {
                boolean ranged = quantity.low() != null || quantity.high() != null;
                number(events, ranged ? RANGED : QUANTITY);
                amount(quantity.amount());
                text(events, quantity.unit());
                if (ranged) {
                    optional(quantity.low());
                    optional(quantity.high());
                }
            }
            case Coded coded -> {
                number(events, CODED);
                concept(events, coded.concept());
            }
            case Text text -> {
                number(events, TEXT);
                text(events, text.text());
            }
        }
    }

    private void optional(@Nullable Double value) {
        number(events, value == null ? 0 : 1);
        if (value != null) {
            amount(value);
        }
    }

    private void amount(double amount) {
        long bits = Double.doubleToLongBits(amount);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            events.write((int) (bits >>> shift));
        }
    }

    byte[] content() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        number(all, texts.size());
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            number(all, bytes.length);
            all.writeBytes(bytes);
        }
        number(all, encounterCount);
        all.writeBytes(encounters.toByteArray());
        number(all, eventCount);
        all.writeBytes(events.toByteArray());
        return all.toByteArray();
    }

    private void text(ByteArrayOutputStream out, @Nullable String text) {
        if (text == null) {
            number(out, 0);
            return;
        }
        Integer known = numbers.putIfAbsent(text, texts.size());
        if (known == null) {
            texts.add(text);
            known = texts.size() - 1;
        }
        number(out, known + 1L);
    }

    private void concept(ByteArrayOutputStream out, @Nullable Concept concept) {
        number(out, concept == null ? 0 : concepts.number(concept) + 1L);
    }

    private static long times(
            ByteArrayOutputStream out,
            long before,
            LocalDateTime start,
            @Nullable LocalDateTime end) {
        long seconds = start.toEpochSecond(ZoneOffset.UTC);
        number(out, zigzag(seconds - before));
        number(out, start.getNano());
        if (end == null) {
            number(out, 0);
        } else {
            number(out, 1);
            number(out, zigzag(end.toEpochSecond(ZoneOffset.UTC) - seconds));
            number(out, end.getNano());
        }
        return seconds;
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    private static void number(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
