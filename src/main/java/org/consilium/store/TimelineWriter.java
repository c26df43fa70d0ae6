package org.consilium.store;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.Value;
import org.consilium.clinical.Value.Coded;
import org.consilium.clinical.Value.Quantity;
import org.consilium.clinical.Value.Text;
import org.jspecify.annotations.Nullable;

/**
 * Writes the content of a timeline value: texts first, then encounters, then events. A start is
 * seconds since the start before it, an end seconds since its start; the lowest bit of a start
 * tells whether nanoseconds follow; absent things are 0. Not thread-safe.
 */
final class TimelineWriter {
    static final int NO_VALUE = 0;
    static final int QUANTITY = 1;
    static final int RANGED = 2;
    static final int CODED = 3;
    static final int TEXT = 4;

    /** Of an end: there is none, there is one, there is one with nanoseconds. */
    static final int NO_END = 0;

    static final int END = 1;
    static final int END_WITH_NANOS = 2;

    private final ConceptDictionary concepts;
    private final TextTable texts = new TextTable();
    private final PackedOutput encounters = new PackedOutput();
    private final PackedOutput events = new PackedOutput();
    private int encounterCount;
    private int eventCount;
    private long lastEncounter;
    private long lastEvent;

    TimelineWriter(ConceptDictionary concepts) {
        this.concepts = concepts;
    }

    void encounter(Encounter encounter) {
        encounterCount++;
        encounters.number(texts.number(encounter.id()));
        encounters.number(texts.number(encounter.encounterClass()));
        concept(encounters, encounter.type());
        concept(encounters, encounter.reason());
        lastEncounter = times(encounters, lastEncounter, encounter.start(), encounter.end());
    }

    void event(ClinicalEvent event) {
        eventCount++;
        events.number(event.kind().ordinal());
        events.number(event.category().ordinal());
        concept(events, event.concept());
        events.number(texts.number(event.encounterId()));
        lastEvent = times(events, lastEvent, event.start(), event.end());
        concept(events, event.reason());
        value(event.value());
    }

    private void value(@Nullable Value value) {
        switch (value) {
            case null -> events.number(NO_VALUE);
            case Quantity quantity -> {
                boolean ranged = quantity.low() != null || quantity.high() != null;
                events.number(ranged ? RANGED : QUANTITY);
                events.amount(quantity.amount());
                events.number(texts.number(quantity.unit()));
                if (ranged) {
                    optional(quantity.low());
                    optional(quantity.high());
                }
            }
            case Coded coded -> {
                events.number(CODED);
                concept(events, coded.concept());
            }
            case Text text -> {
                events.number(TEXT);
                events.number(texts.number(text.text()));
            }
        }
    }

    private void optional(@Nullable Double value) {
        events.number(value == null ? 0 : 1);
        if (value != null) {
            events.amount(value);
        }
    }

    byte[] content() {
        PackedOutput all = new PackedOutput();
        texts.write(all);
        all.number(encounterCount);
        all.bytes(encounters.toByteArray());
        all.number(eventCount);
        all.bytes(events.toByteArray());
        return all.toByteArray();
    }

    private void concept(PackedOutput out, @Nullable Concept concept) {
        out.number(concept == null ? 0 : concepts.number(concept) + 1L);
    }

    private static long times(
            PackedOutput out, long before, LocalDateTime start, @Nullable LocalDateTime end) {
        long seconds = start.toEpochSecond(ZoneOffset.UTC);
        int nanos = start.getNano();
        out.signed((seconds - before) << 1 | (nanos == 0 ? 0 : 1));
        if (nanos != 0) {
            out.number(nanos);
        }
        if (end == null) {
            out.number(NO_END);
            return seconds;
        }
        out.number(end.getNano() == 0 ? END : END_WITH_NANOS);
        out.signed(end.toEpochSecond(ZoneOffset.UTC) - seconds);
        if (end.getNano() != 0) {
            out.number(end.getNano());
        }
        return seconds;
    }
}
