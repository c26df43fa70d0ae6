package org.consilium.importing.mapping;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Columns about the visit. Without a start, a visit starts with the first thing recorded at it.
 *
 * @param by what tells one visit of a patient from another
 * @param id identifier of the visit; needed by COLUMN
 * @param encounterClass ambulatory, inpatient, emergency ...
 * @param type what sort of visit it was, as text
 */
public record VisitColumns(
        By by,
        @Nullable String id,
        @Nullable String start,
        @Nullable String end,
        @Nullable CellSource encounterClass,
        @Nullable CellSource type) {
    static final VisitColumns NONE = new VisitColumns(By.NONE, null, null, null, null, null);

    /** What tells one visit of a patient from another. */
    public enum By {
        /** There are no visits. */
        NONE,
        /** The column {@link VisitColumns#id}. */
        COLUMN,
        /** The day: everything of one day is one visit. */
        DAY
    }

    public VisitColumns(
            @Nullable By by,
            @Nullable String id,
            @Nullable String start,
            @Nullable String end,
            @Nullable CellSource encounterClass,
            @Nullable CellSource type) {
        this.by = by == null ? By.NONE : by;
        this.id = id;
        this.start = start;
        this.end = end;
        this.encounterClass = encounterClass;
        this.type = type;
    }

    Stream<String> columns() {
        return Stream.of(
                        id,
                        start,
                        end,
                        encounterClass == null ? null : encounterClass.column(),
                        type == null ? null : type.column())
                .filter(Objects::nonNull)
                .map(String::valueOf);
    }
}
