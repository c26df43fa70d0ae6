package org.consilium.importing.events;

import java.util.Locale;
import java.util.Objects;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Value;
import org.consilium.importing.RowNotes;
import org.consilium.importing.csv.CsvTable;
import org.consilium.importing.csv.Numbers;
import org.consilium.importing.csv.Row;
import org.consilium.importing.csv.RowException;
import org.jspecify.annotations.Nullable;

/** The cells of an observation's row that hold its result. */
record ValueCells(Row row, EventRows rows, CsvTable table, RowNotes notes) {
    private static final String VALUE = "value";
    private static final String UNIT = "unit";

    /** The result; null when there is none. */
    @Nullable Value value() throws RowException {
        String type = row.optional("value_type");
        return switch (type == null ? guessedType() : type.toLowerCase(Locale.ROOT)) {
            case "" -> null;
            case "number" -> quantity(row.number(VALUE));
            case "text" -> text(row.optional(VALUE));
            case "code" -> coded();
            default -> throw new RowException("value_type", "The word is none of the types.");
        };
    }

    private String guessedType() {
        if (row.optional("value_code") != null) {
            return "code";
        }
        String value = row.optional(VALUE);
        if (value == null) {
            return "";
        }
        return Numbers.parse(value) == null ? "text" : "number";
    }

    private Value coded() throws RowException {
        row.required("value_code");
        Concept concept = rows.concept(row, "value_system", "value_code", VALUE);
        return new Value.Coded(Objects.requireNonNull(concept));
    }

    private Value quantity(double amount) throws RowException {
        String unit = row.optional(UNIT);
        return new Value.Quantity(amount, unit == null ? "" : unit, bound("low"), bound("high"));
    }

    /** The unit of ">300" is a part of what was found. */
    private Value text(@Nullable String text) {
        String unit = row.optional(UNIT);
        if (text != null && unit != null) {
            notes.add(table, row, UNIT, "The value is no number; the unit was kept in its text.");
            return new Value.Text(text + " " + unit);
        }
        return new Value.Text(text == null ? "" : text);
    }

    private @Nullable Double bound(String column) throws RowException {
        return row.optional(column) == null ? null : row.number(column);
    }
}
