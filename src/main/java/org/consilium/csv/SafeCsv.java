package org.consilium.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A table with a header row, written row by row as RFC 4180 has it, every cell behind the {@link
 * FormulaGuard}. Not thread-safe.
 */
public final class SafeCsv implements Closeable {
    private final CSVPrinter rows;
    private final int columns;

    /**
     * @param text closed with this
     */
    public SafeCsv(Writer text, List<String> columns) throws IOException {
        this.rows = new CSVPrinter(text, CSVFormat.RFC4180);
        this.columns = columns.size();
        row(columns);
    }

    /**
     * @param cells one a column; null is an empty cell
     */
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        if (cells.size() != columns) {
            throw new IllegalArgumentException(
                    "a row of %d cells in a table of %d columns".formatted(cells.size(), columns));
        }
        for (Object cell : cells) {
            rows.print(cell == null ? null : FormulaGuard.guarded(cell.toString()));
        }
        rows.println();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
