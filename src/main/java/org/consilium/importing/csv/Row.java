package org.consilium.importing.csv;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.consilium.csv.FormulaGuard;
import org.consilium.importing.WallClock;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table, its cells by column name.
 *
 * @param columns index by name, as written, in lower case and in capitals
 * @param line of the file at which it ends
 */
public record Row(CSVRecord cells, Map<String, Integer> columns, long line) {

    /**
     * The cell as it was meant (a guard against formulas undone), without blanks around it; null
     * when it is empty or there is no such column.
     */
    public @Nullable String optional(String column) {
        Integer index = index(column);
        if (index == null || index >= cells.size()) {
            return null;
        }
        String cell = FormulaGuard.undone(cells.get(index)).strip();
        return cell.isEmpty() ? null : cell;
    }

    public boolean has(String column) {
        return index(column) != null;
    }

    /** Of a column, from 0; -1 when there is none of that name. */
    public int place(String column) {
        Integer index = index(column);
        return index == null ? -1 : index;
    }

    private @Nullable Integer index(String column) {
        Integer index = columns.get(column);
        return index == null ? columns.get(column.toLowerCase(Locale.ROOT)) : index;
    }

    public String required(String column) throws RowException {
        String cell = optional(column);
        if (cell == null) {
            throw new RowException(
                    column, isShort(column) ? "The row is too short." : "The cell is empty.");
        }
        return cell;
    }

    private boolean isShort(String column) {
        Integer index = index(column);
        return index != null && index >= cells.size();
    }

    public LocalDateTime time(String column) throws RowException {
        return parse(column, required(column));
    }

    public @Nullable LocalDateTime optionalTime(String column) throws RowException {
        String cell = optional(column);
        return cell == null ? null : parse(column, cell);
    }

    /** A number, as {@link Numbers} reads it. */
    public double number(String column) throws RowException {
        Double number = Numbers.parse(required(column));
        if (number == null) {
            throw new RowException(column, "The cell is not a number.");
        }
        return number;
    }

    private static LocalDateTime parse(String column, String cell) throws RowException {
        try {
            return WallClock.parse(cell);
        } catch (DateTimeException e) {
            throw new RowException(column, "The cell is not a date or time.");
        }
    }
}
