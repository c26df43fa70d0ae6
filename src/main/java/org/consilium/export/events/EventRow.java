package org.consilium.export.events;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.export.Loss;
import org.consilium.export.Losses;
import org.jspecify.annotations.Nullable;

/** The cells of one row of events.csv; used again for the next. Not thread-safe. */
final class EventRow {
    private final @Nullable Object[] cells = new @Nullable Object[EventColumn.values().length];
    private final Losses losses;

    EventRow(Losses losses) {
        this.losses = losses;
    }

    EventRow clear() {
        Arrays.fill(cells, null);
        return this;
    }

    EventRow set(EventColumn column, @Nullable Object cell) {
        cells[column.ordinal()] = cell;
        return this;
    }

    EventRow text(EventColumn column, @Nullable String text) {
        return set(column, losses.text(text));
    }

    /** As recorded; the reader takes an end before the start as the start. */
    EventRow period(LocalDateTime start, @Nullable LocalDateTime end) {
        if (end != null && end.isBefore(start)) {
            losses.add(Loss.END_BEFORE_START);
        }
        return set(EventColumn.START, CsvTime.of(losses.second(start)))
                .set(EventColumn.END, CsvTime.of(losses.second(end)));
    }

    /** A concept in three columns, of which the first is given. */
    EventRow concept(EventColumn system, @Nullable Concept concept) {
        if (concept == null) {
            return this;
        }
        EventColumn[] columns = EventColumn.values();
        return set(system, name(concept.system()))
                .text(columns[system.ordinal() + 1], concept.code())
                .text(columns[system.ordinal() + 2], concept.display());
    }

    /** By the name that a reader knows, else as it is. */
    @Nullable String name(CodeSystem system) {
        return system.equals(CodeSystem.CONSILIUM) ? system.uri() : losses.text(system.label());
    }

    List<@Nullable Object> cells() {
        return Collections.unmodifiableList(Arrays.asList(cells));
    }
}
