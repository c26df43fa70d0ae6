package org.consilium.importing.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.consilium.clinical.Value;
import org.consilium.importing.csv.Numbers;
import org.consilium.importing.csv.Row;
import org.consilium.importing.csv.RowException;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one row as its mapping reads them.
 *
 * @param empty words that stand for an empty cell
 * @param patterns of the dates, by column
 */
record MappedCells(
        Row row, Set<String> empty, Map<String, DatePattern> patterns, boolean decimalComma) {
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{3})+,\\d+");
    private static final DatePattern ISO = DatePattern.of(DatePattern.ISO);

    /** The cell; null when it is empty, or no column is given. */
    @Nullable String text(@Nullable String column) {
        String cell = column == null ? null : row.optional(column);
        return cell == null || empty.contains(cell) ? null : cell;
    }

    @Nullable String text(@Nullable CellSource source) {
        if (source == null) {
            return null;
        }
        String cell = text(source.column());
        return cell == null ? source.fixed() : source.meaning(cell);
    }

    @Nullable LocalDateTime time(@Nullable String column) throws RowException {
        String cell = text(column);
        return column == null || cell == null ? null : parse(column, cell);
    }

    @Nullable LocalDate day(@Nullable String column) throws RowException {
        LocalDateTime time = time(column);
        return time == null ? null : time.toLocalDate();
    }

    @Nullable LocalDateTime time(@Nullable CellSource source) throws RowException {
        if (source == null) {
            return null;
        }
        LocalDateTime time = time(source.column());
        String fixed = source.fixed();
        return time != null || fixed == null ? time : parse("date", fixed);
    }

    private LocalDateTime parse(String column, String cell) throws RowException {
        try {
            return patterns.getOrDefault(column, ISO).parse(cell);
        } catch (DateTimeException e) {
            throw new RowException(column, "The cell is not a date written as the mapping says.");
        }
    }

    @Nullable Double number(@Nullable String column) {
        String cell = text(column);
        return cell == null ? null : Numbers.parse(plain(cell));
    }

    /** With a decimal point. "1.234,5" has points between its thousands. */
    private String plain(String cell) {
        if (!decimalComma || cell.indexOf(',') < 0) {
            return cell;
        }
        String whole = THOUSANDS.matcher(cell).matches() ? cell.replace(".", "") : cell;
        return whole.replace(',', '.');
    }

    /** A number with its unit, or the text with it. */
    @Nullable Value value(EventColumns event) {
        String cell = text(event.value());
        if (cell == null) {
            return null;
        }
        String unit = text(event.unit());
        Double amount = Numbers.parse(plain(cell));
        if (amount == null) {
            return new Value.Text(unit == null ? cell : cell + " " + unit);
        }
        return new Value.Quantity(
                amount, unit == null ? "" : unit, number(event.low()), number(event.high()));
    }
}
