package org.consilium.importing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.consilium.importing.csv.CsvTable;
import org.consilium.importing.csv.Row;
import org.consilium.importing.csv.RowException;

/**
 * What was not understood in rows that were taken all the same, told once a file, column and reason
 * with the number of rows: one by one they would crowd out what was rejected. Not thread-safe.
 */
public final class RowNotes {
    private final Map<ImportIssue, Seen> notes = new LinkedHashMap<>();

    /** Where something was first seen, and how often. */
    private static final class Seen {
        private final long line;
        private long rows;

        Seen(long line) {
            this.line = line;
        }
    }

    public void add(CsvTable table, Row row, String column, String reason) {
        RowException what = new RowException(column, reason);
        notes.computeIfAbsent(table.issue(0, what), key -> new Seen(row.line())).rows++;
    }

    /** Tells all of it. */
    public void tell(PatientSink sink) {
        notes.forEach((note, seen) -> {
            String more = seen.rows == 1 ? "" : " So in %,d rows.".formatted(seen.rows);
            sink.noted(
                    new ImportIssue(
                            note.file(),
                            seen.line,
                            note.resource(),
                            note.field(),
                            note.reason() + more));
        });
        notes.clear();
    }
}
