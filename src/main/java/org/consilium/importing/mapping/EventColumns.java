package org.consilium.importing.mapping;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Columns that make an event. Where all cells of its own (code, display, value, present) are empty,
 * there is none.
 *
 * @param kind condition, observation, medication, procedure, careplan, immunization, allergy or
 *     goal
 * @param start column of its date; null: the date of the row
 * @param end column of its end
 * @param system of the code: a name or URI; null: local
 * @param display text for people; the concept itself where there is no code
 * @param value column of the result of an observation
 * @param low column of the lower end of the reference range
 * @param high column of the upper end
 * @param category FHIR R4 observation-category
 * @param present column that says whether there is such an event at all
 * @param presentWords the words in it that say so, in upper or lower case
 */
public record EventColumns(
        @Nullable CellSource kind,
        @Nullable String start,
        @Nullable String end,
        @Nullable CellSource system,
        @Nullable CellSource code,
        @Nullable CellSource display,
        @Nullable String value,
        @Nullable CellSource unit,
        @Nullable String low,
        @Nullable String high,
        @Nullable CellSource category,
        @Nullable String present,
        List<String> presentWords) {

    public EventColumns(
            @Nullable CellSource kind,
            @Nullable String start,
            @Nullable String end,
            @Nullable CellSource system,
            @Nullable CellSource code,
            @Nullable CellSource display,
            @Nullable String value,
            @Nullable CellSource unit,
            @Nullable String low,
            @Nullable String high,
            @Nullable CellSource category,
            @Nullable String present,
            @Nullable List<String> presentWords) {
        this.kind = kind;
        this.start = start;
        this.end = end;
        this.system = system;
        this.code = code;
        this.display = display;
        this.value = value;
        this.unit = unit;
        this.low = low;
        this.high = high;
        this.category = category;
        this.present = present;
        this.presentWords = presentWords == null ? List.of() : List.copyOf(presentWords);
    }

    /** Columns without which there is nothing to record. */
    Set<String> own() {
        Set<String> names = new LinkedHashSet<>();
        add(names, value, present);
        names.addAll(CellSource.columns(code));
        names.addAll(CellSource.columns(display));
        return names;
    }

    Set<String> columns() {
        Set<String> names = own();
        add(names, start, end, low, high);
        for (CellSource source : new @Nullable CellSource[] {kind, system, unit, category}) {
            names.addAll(CellSource.columns(source));
        }
        return names;
    }

    private static void add(Set<String> names, @Nullable String... columns) {
        for (String column : columns) {
            if (column != null) {
                names.add(column);
            }
        }
    }
}
