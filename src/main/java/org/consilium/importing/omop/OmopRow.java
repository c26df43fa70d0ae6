package org.consilium.importing.omop;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import org.consilium.importing.WallClock;
import org.consilium.importing.csv.Row;
import org.consilium.importing.csv.RowException;
import org.jspecify.annotations.Nullable;

/**
 * A row of a clinical table. Missing is what databases and statistics programs write for it: an
 * empty cell, \N (PostgreSQL), NULL (SQL Server) and, where no text can stand, NA (R).
 */
record OmopRow(Row row) {
    private static final String NOT_A_DATE =
            "The date is not written as YYYY-MM-DD or YYYYMMDD, with or without a time.";
    private static final String UTC = " UTC";
    private static final int ISO_DATE = 10;
    private static final int COMPACT_DATE = 8;

    /** The text of a cell; null where it is missing. */
    @Nullable String text(String column) {
        String cell = row.optional(column);
        return cell == null || cell.equals("\\N") || cell.equals("NULL") ? null : cell;
    }

    private @Nullable String plain(String column) {
        String cell = text(column);
        return "NA".equals(cell) ? null : cell;
    }

    /**
     * An identifier as text, since negative ones and those of more than 64 bits exist; 7 where a
     * statistics program wrote 7.0.
     */
    @Nullable String optionalId(String column) {
        String cell = plain(column);
        return cell == null ? null : whole(cell);
    }

    String id(String column) throws RowException {
        String id = optionalId(column);
        return id == null ? row.required(column) : id;
    }

    /** The number of a concept; 0, which stands for none, where it is missing. */
    int concept(String column) throws RowException {
        String cell = plain(column);
        if (cell == null || cell.equals("0")) {
            return 0;
        }
        Integer id = conceptId(cell);
        if (id == null) {
            throw new RowException(column, "The cell is not the number of a concept.");
        }
        return id;
    }

    /** The number in a text; null where it is none. */
    static @Nullable Integer conceptId(String cell) {
        try {
            return Integer.valueOf(whole(cell));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String whole(String cell) {
        return cell.endsWith(".0") ? cell.substring(0, cell.length() - 2) : cell;
    }

    @Nullable Double number(String column) throws RowException {
        return plain(column) == null ? null : (Double) row.number(column);
    }

    /**
     * When something was, by a pair of columns such as death_date and death_datetime: the date and
     * time where it is given, else the date.
     */
    LocalDateTime time(String dateColumn) throws RowException {
        LocalDateTime time = optionalTime(dateColumn);
        if (time == null) {
            row.required(dateColumn); // which says so where the row is too short
            throw new RowException(dateColumn, "The cell is empty.");
        }
        return time;
    }

    @Nullable LocalDateTime optionalTime(String dateColumn) throws RowException {
        String timeColumn = dateColumn + "time";
        String cell = plain(timeColumn);
        if (cell != null) {
            return parse(timeColumn, cell);
        }
        String date = plain(dateColumn);
        return date == null ? null : parse(dateColumn, date);
    }

    /** Forms such as 04/05/2019 or 05-APR-19 can be read in more than one way, so they aren't. */
    private static LocalDateTime parse(String column, String cell) throws RowException {
        String time = cell.endsWith(UTC) ? cell.substring(0, cell.length() - UTC.length()) : cell;
        if (time.length() >= COMPACT_DATE && startsWithDigits(time)) {
            time = time.substring(0, 4) + '-' + time.substring(4, 6) + '-' + time.substring(6);
        }
        if (time.length() < ISO_DATE) {
            throw new RowException(column, NOT_A_DATE);
        }
        try {
            return WallClock.parse(time);
        } catch (DateTimeException e) {
            throw new RowException(column, NOT_A_DATE);
        }
    }

    private static boolean startsWithDigits(String text) {
        for (int i = 0; i < COMPACT_DATE; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
