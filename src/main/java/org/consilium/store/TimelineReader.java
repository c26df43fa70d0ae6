package org.consilium.store;

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

/**
 * Reads what {@link TimelineWriter} wrote; anything else makes it fail with one of several runtime
 * exceptions. Not thread-safe.
 */
final class TimelineReader {
    private static final EventKind[] KINDS = EventKind.values();
    private static final Category[] CATEGORIES = Category.values();

    private final PackedInput content;
    private final ConceptDictionary concepts;
    private final TextTable texts;
    private long seconds;

    TimelineReader(byte[] content, ConceptDictionary concepts) {
        this.content = new PackedInput(content);
        this.concepts = concepts;
        this.texts = TextTable.read(this.content);
    }

    void read(List<Encounter> encounters, List<ClinicalEvent> events) {
        for (int left = content.count(); left > 0; left--) {
            encounters.add(encounter());
        }
        seconds = 0;
        for (int left = content.count(); left > 0; left--) {
            events.add(event());
        }
    }

    private Encounter encounter() {
        String id = knownText();
        String encounterClass = knownText();
        Concept type = concept();
        Concept reason = concept();
        LocalDateTime start = start();
        return new Encounter(id, encounterClass, type, reason, start, end());
    }

    private ClinicalEvent event() {
        EventKind kind = KINDS[content.count()];
        Category category = CATEGORIES[content.count()];
        Concept concept = knownConcept();
        String encounter = text();
        LocalDateTime start = start();
        LocalDateTime end = end();
        Concept reason = concept();
        return new ClinicalEvent(kind, category, concept, encounter, start, end, value(), reason);
    }

    private @Nullable Value value() {
        int form = content.count();
        return switch (form) {
            case TimelineWriter.NO_VALUE -> null;
            case TimelineWriter.QUANTITY -> new Value.Quantity(content.amount(), knownText());
            case TimelineWriter.RANGED ->
                    new Value.Quantity(content.amount(), knownText(), optional(), optional());
            case TimelineWriter.CODED -> new Value.Coded(knownConcept());
            case TimelineWriter.TEXT -> new Value.Text(knownText());
            default -> throw new IllegalArgumentException("unknown form of value");
        };
    }

    private @Nullable Double optional() {
        return content.count() == 0 ? null : content.amount();
    }

    private @Nullable String text() {
        return texts.text(content.count());
    }

    private String knownText() {
        return Objects.requireNonNull(text());
    }

    private @Nullable Concept concept() {
        int number = content.count();
        return number == 0 ? null : concepts.concept(number - 1);
    }

    private Concept knownConcept() {
        return Objects.requireNonNull(concept());
    }

    private LocalDateTime start() {
        long step = content.signed();
        seconds += step >> 1;
        return time(seconds, (step & 1) == 1);
    }

    private @Nullable LocalDateTime end() {
        int form = content.count();
        if (form == TimelineWriter.NO_END) {
            return null;
        }
        return time(seconds + content.signed(), form == TimelineWriter.END_WITH_NANOS);
    }

    private LocalDateTime time(long second, boolean withNanos) {
        return LocalDateTime.ofEpochSecond(second, withNanos ? content.count() : 0, ZoneOffset.UTC);
    }
}
