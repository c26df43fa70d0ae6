package org.consilium.importing.omop;

import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.consilium.importing.ImportException;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.PatientSink;
import org.consilium.importing.csv.CsvTable;
import org.consilium.importing.csv.Dialect;
import org.consilium.importing.source.ByteProgress;
import org.consilium.importing.source.InputFile;
import org.consilium.importing.source.RefusedInputException;
import org.jspecify.annotations.Nullable;

/**
 * A table of a vocabulary. As Athena hands it out (athena.ohdsi.org, "Download") it is divided by
 * tabs, every line is a row, and a quote is a character like any other ("bath salts" is a name that
 * begins with one); those out of databases are CSV like the clinical tables.
 */
record VocabularyTable(InputFile file, OmopTable table, PatientSink sink) {
    private static final int LONGEST_LINE = 1 << 20;
    private static final int BUFFER = 1 << 16;

    /** One row. */
    @FunctionalInterface
    interface Cells {
        /** The cell of a column (in lower case); null where it is empty. */
        @Nullable String get(String column);
    }

    /** What takes a row. */
    @FunctionalInterface
    interface Rows {
        void take(Cells cells);
    }

    void read(ByteProgress progress, Rows rows) throws ImportException, IOException {
        List<String> header = ClinicalTable.header(file, table);
        Dialect dialect = TablePart.layout(file).dialect(file);
        boolean quoted = dialect.separator() != '\t' || startsQuoted(dialect);
        if (quoted) {
            new ClinicalTable(file, table, sink).read(progress, row -> rows.take(row::text));
            return;
        }
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            columns.putIfAbsent(header.get(i).toLowerCase(Locale.ROOT), i);
        }
        for (String column : table.requiredColumns()) {
            if (!columns.containsKey(column)) {
                throw new ImportException(file.name() + " has no column " + column + ".");
            }
        }
        try (Reader text =
                dialect.encoding().reader(file.open(progress, "Reading " + file.name()))) {
            lines(text, columns, rows);
        }
    }

    private boolean startsQuoted(Dialect dialect) throws IOException {
        try (Reader text = dialect.encoding().reader(file.open(ByteProgress.none(), file.name()))) {
            return text.read() == '"';
        }
    }

    private void lines(Reader text, Map<String, Integer> columns, Rows rows) throws IOException {
        char[] buffer = new char[BUFFER];
        StringBuilder line = new StringBuilder();
        boolean header = TablePart.layout(file).hasHeader();
        char end = '\n';
        long number = 1;
        for (int count = text.read(buffer); count >= 0; count = text.read(buffer)) {
            int from = 0;
            for (int i = 0; i < count; i++) {
                if (header && buffer[i] == '\r' && i + 1 < count && buffer[i + 1] != '\n') {
                    end = '\r'; // and not a part of CR LF
                }
                if (buffer[i] == end) {
                    line.append(buffer, from, i - from);
                    if (!header) {
                        rows.take(new Line(this, line, columns, number));
                    }
                    header = false;
                    number++;
                    line.setLength(0);
                    from = i + 1;
                }
            }
            line.append(buffer, from, count - from);
            if (line.length() > LONGEST_LINE) {
                throw new RefusedInputException(file.name() + " has a line without an end.");
            }
        }
        if (!header && !line.isEmpty()) {
            rows.take(new Line(this, line, columns, number));
        }
    }

    /** Whether a cell can't be taken; if so, that is told. */
    private boolean isFaulty(String cell, String column, long line) {
        String fault = CsvTable.fault(cell);
        if (fault != null) {
            sink.rejected(new ImportIssue(file.name(), line, table.fileName(), column, fault));
        }
        return fault != null;
    }

    /** A line, of which most cells are never looked at. */
    private record Line(
            VocabularyTable table, StringBuilder text, Map<String, Integer> columns, long number)
            implements Cells {
        @Override
        public @Nullable String get(String column) {
            Integer index = columns.get(column);
            if (index == null) {
                return null;
            }
            int from = 0;
            for (int i = 0; i < index; i++) {
                from = text.indexOf("\t", from) + 1;
                if (from == 0) {
                    return null;
                }
            }
            int to = text.indexOf("\t", from);
            String cell = text.substring(from, to < 0 ? text.length() : to).strip();
            return cell.isEmpty() || table.isFaulty(cell, column, number) ? null : cell;
        }
    }
}
