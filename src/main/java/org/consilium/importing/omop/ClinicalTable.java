package org.consilium.importing.omop;

import java.io.IOException;
import java.util.List;
import org.consilium.importing.ImportException;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.PatientSink;
import org.consilium.importing.csv.CsvTable;
import org.consilium.importing.csv.Dialect;
import org.consilium.importing.csv.Layout;
import org.consilium.importing.csv.RowException;
import org.consilium.importing.source.ByteProgress;
import org.consilium.importing.source.InputFile;

/** A file with rows about persons. */
record ClinicalTable(InputFile file, OmopTable table, PatientSink sink) {

    /** What takes a row. */
    @FunctionalInterface
    interface Rows {
        void take(OmopRow row) throws RowException;
    }

    /**
     * @throws ImportException when it has no header row, lacks a column, or is no CSV
     */
    void read(ByteProgress progress, Rows rows) throws ImportException, IOException {
        header(file, table);
        csv().read(progress, row -> rows.take(new OmopRow(row)));
    }

    private CsvTable csv() {
        return new CsvTable(file, table.requiredColumns(), sink, TablePart.layout(file));
    }

    /** Reports a row that was taken in part. */
    void note(OmopRow row, String column, String what) {
        sink.noted(issue(row, new RowException(column, what)));
    }

    ImportIssue issue(OmopRow row, RowException why) {
        return csv().issue(row.row().line(), why);
    }

    /**
     * The names of the columns. Exports without them exist, and their columns can't be told by
     * their order: that differs between versions of the model.
     */
    static List<String> header(InputFile file, OmopTable table)
            throws ImportException, IOException {
        Layout layout = TablePart.layout(file);
        if (!layout.hasHeader()) {
            return layout.columns();
        }
        List<String> header = Dialect.of(file).header(file);
        if (!header.isEmpty() && !table.isHeader(header)) {
            throw new ImportException(
                    "%s has no header row: its first row has to name the columns of the OMOP table %s (%s ...)."
                            .formatted(
                                    file.name(),
                                    table.fileName(),
                                    String.join(", ", table.requiredColumns())));
        }
        return header;
    }
}
