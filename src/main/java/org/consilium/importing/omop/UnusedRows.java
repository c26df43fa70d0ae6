package org.consilium.importing.omop;

import java.io.IOException;
import java.util.List;
import org.consilium.clinical.Timeline;
import org.consilium.importing.ImportException;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.PatientSink;
import org.consilium.importing.csv.CsvTable;
import org.consilium.importing.source.ByteProgress;
import org.consilium.importing.source.InputFile;

/**
 * Counts the rows of a table that is not used: what is wrong with it is of no interest, and one
 * that can't be read counts as a file. Used for one table.
 */
final class UnusedRows implements PatientSink {
    private long rows;

    private UnusedRows() {}

    /** Tells the sink of every row, under the table's name. */
    static void count(InputFile file, OmopTable table, PatientSink sink, ByteProgress progress)
            throws IOException {
        UnusedRows unused = new UnusedRows();
        try {
            new CsvTable(file, List.of(), unused, TablePart.layout(file))
                    .read(progress, row -> unused.rows++);
        } catch (ImportException e) {
            sink.skipped(file.name());
        }
        for (long i = 0; i < unused.rows; i++) {
            sink.skipped(table.fileName());
        }
    }

    @Override
    public void patient(Timeline timeline) {
        throw new IllegalStateException("a table that is not used has no patients");
    }

    @Override
    public void skipped(String type) {
        rows++;
    }

    @Override
    public void rejected(ImportIssue issue) {
        rows++;
    }
}
