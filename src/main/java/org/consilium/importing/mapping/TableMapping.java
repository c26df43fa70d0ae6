package org.consilium.importing.mapping;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of one sort of table are. Columns are named as in the header row, or by their
 * number from 1 where there is none. A table in long form has one {@link EventColumns} and a row an
 * event; one in wide form has several, each about a column of its own.
 *
 * @param file pattern of the file's name with * for anything, without .gz; null: every file that
 *     has the columns
 * @param noHeader whether the first row is data already
 * @param separator one character, or "tab"; null: detected
 * @param encoding name of a character set; null: detected
 * @param decimalComma whether 7,5 is seven and a half
 * @param empty words that stand for an empty cell (NA, NULL)
 * @param dates by column, how its dates are written: a {@link DatePattern}; others are ISO 8601
 * @param date of everything in a row that has no date of its own
 * @param patient who a row is about
 * @param visit at which visit it was recorded
 */
public record TableMapping(
        @Nullable String file,
        @JsonProperty("noHeader") boolean noHeader,
        @Nullable String separator,
        @Nullable String encoding,
        @JsonProperty("decimalComma") boolean decimalComma,
        List<String> empty,
        Map<String, String> dates,
        @Nullable CellSource date,
        PatientColumns patient,
        VisitColumns visit,
        List<EventColumns> events) {

    public TableMapping(
            @Nullable String file,
            boolean noHeader,
            @Nullable String separator,
            @Nullable String encoding,
            boolean decimalComma,
            @Nullable List<String> empty,
            @Nullable Map<String, String> dates,
            @Nullable CellSource date,
            @Nullable PatientColumns patient,
            @Nullable VisitColumns visit,
            @Nullable List<EventColumns> events) {
        this.file = file;
        this.noHeader = noHeader;
        this.separator = separator;
        this.encoding = encoding;
        this.decimalComma = decimalComma;
        this.empty = empty == null ? List.of() : List.copyOf(empty);
        this.dates = dates == null ? Map.of() : Map.copyOf(dates);
        this.date = date;
        this.patient = patient == null ? PatientColumns.NONE : patient;
        this.visit = visit == null ? VisitColumns.NONE : visit;
        this.events = events == null ? List.of() : List.copyOf(events);
    }

    /** Every column that it names. */
    public Set<String> columns() {
        Set<String> names = new LinkedHashSet<>();
        patient.columns().forEach(names::add);
        visit.columns().forEach(names::add);
        names.addAll(CellSource.columns(date));
        events.forEach(event -> names.addAll(event.columns()));
        names.addAll(dates.keySet());
        return names;
    }

    /** The same with the dates of a column written so. */
    public TableMapping withDates(String column, String pattern) {
        Map<String, String> more = new LinkedHashMap<>(dates);
        more.put(column, pattern);
        return new TableMapping(
                file,
                noHeader,
                separator,
                encoding,
                decimalComma,
                empty,
                more,
                date,
                patient,
                visit,
                events);
    }
}
