package org.consilium.export.events;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
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

    EventRow time(EventColumn column, @Nullable LocalDateTime time) {
        return set(column, CsvTime.of(losses.second(time)));
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
