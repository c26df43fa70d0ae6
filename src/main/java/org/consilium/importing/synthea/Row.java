package org.consilium.importing.synthea;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.consilium.importing.WallClock;
import org.jspecify.annotations.Nullable;

/** One row of a table, its cells by column name. */
record Row(CSVRecord cells, Map<String, Integer> columns, long line) {

    /** The cell without blanks around it; null when it is empty or there is no such column. */
    @Nullable String optional(String column) {
        Integer index = columns.get(column);
        if (index == null || index >= cells.size()) {
            return null;
        }
        String cell = cells.get(index).strip();
        return cell.isEmpty() ? null : cell;
    }

    String required(String column) throws RowException {
        String cell = optional(column);
        if (cell == null) {
            throw new RowException(
                    column,
                    cells.size() < columns.size() ? "The row is too short." : "The cell is empty.");
        }
        return cell;
    }

    LocalDateTime time(String column) throws RowException {
        return parse(column, required(column));
    }

    @Nullable LocalDateTime optionalTime(String column) throws RowException {
        String cell = optional(column);
        return cell == null ? null : parse(column, cell);
    }

    double number(String column) throws RowException {
        try {
            double number = Double.parseDouble(required(column));
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new RowException(column, "The cell is not a number.");
    }

    private static LocalDateTime parse(String column, String cell) throws RowException {
        try {
            return WallClock.parse(cell);
        } catch (DateTimeException e) {
            throw new RowException(column, "The cell is not a date or time.");
        }
    }
}
