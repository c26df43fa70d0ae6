package org.consilium.importing.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.consilium.importing.ImportException;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.PatientSink;
import org.consilium.importing.source.ByteProgress;
import org.consilium.importing.source.InputFile;
import org.consilium.importing.source.RefusedInputException;
import org.consilium.importing.source.TextEncoding;
import org.jspecify.annotations.Nullable;

/**
 * One table, streamed row by row. Rows that can't be taken are rejected with their line, column and
 * reason.
 *
 * @param requiredColumns their names, or "A or B" where either will do
 * @param layout how it is written; columns of a table without a header row are named 1, 2, 3 ...
 */
public record CsvTable(
        InputFile file, List<String> requiredColumns, PatientSink sink, Layout layout) {
    static final String OR = " or ";

    public CsvTable(InputFile file, List<String> requiredColumns, PatientSink sink) {
        this(file, requiredColumns, sink, Layout.DETECTED);
    }

    /** What takes a row. */
    @FunctionalInterface
    public interface RowHandler {
        void take(Row row) throws RowException;
    }

    /**
     * @throws ImportException when it is empty, lacks a column, or its quotes don't add up
     */
    public void read(ByteProgress progress, RowHandler handler)
            throws ImportException, IOException {
        Dialect dialect = layout.dialect(file);
        try (RowReader text =
                        new RowReader(
                                file.name(),
                                dialect.encoding()
                                        .reader(file.open(progress, "Reading " + file.name())));
                CSVParser parser =
                        CSVParser.builder().setReader(text).setFormat(dialect.format()).get()) {
            try {
                rows(parser, text, handler);
            } catch (UncheckedIOException e) {
                if (e.getCause() instanceof RefusedInputException refused) {
                    throw refused;
                }
                if (!file.isCut()) {
                    throw new ImportException(
                            "%s is not well-formed CSV near line %d: the rest of it can't be read."
                                    .formatted(file.name(), parser.getCurrentLineNumber()),
                            e);
                }
            }
        }
    }

    private void rows(CSVParser parser, RowReader text, RowHandler handler) throws ImportException {
        Iterator<CSVRecord> records = parser.iterator();
        if (!records.hasNext()) {
            throw new ImportException(file.name() + " is empty: not even its header row is there.");
        }
        CSVRecord first = records.next();
        List<String> header = layout.names(first);
        Map<String, Integer> columns = columns(header);
        text.rowEnded();
        if (!layout.hasHeader()) {
            take(new Row(first, columns, parser.getCurrentLineNumber()), header, handler);
        }
        while (records.hasNext()) {
            CSVRecord cells = records.next();
            text.rowEnded();
            take(new Row(cells, columns, parser.getCurrentLineNumber()), header, handler);
        }
    }

    private void take(Row row, List<String> header, RowHandler handler) {
        if (isBlank(row.cells())) {
            return;
        }
        try {
            check(row.cells(), header);
            handler.take(row);
        } catch (RowException e) {
            sink.rejected(issue(row.line(), e));
        }
    }

    private static boolean isBlank(CSVRecord cells) {
        return cells.size() == 1 && cells.get(0).isBlank();
    }

    private static void check(CSVRecord cells, List<String> header) throws RowException {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (i >= header.size()) {
                if (!cell.isBlank()) {
                    throw new RowException("", "The row has more cells than there are columns.");
                }
                continue;
            }
            String fault = fault(cell);
            if (fault != null) {
                throw new RowException(ColumnNames.shown(header, i), fault);
            }
        }
    }

    /** Why a cell can't be taken, as a sentence; null when it can. */
    public static @Nullable String fault(String cell) {
        int length = cell.length();
        if (length > CsvLimits.CELL_LENGTH) {
            return "The cell is too long.";
        }
        for (int i = 0; i < length; i++) {
            char c = cell.charAt(i);
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
                return "The cell holds control characters.";
            }
            if (c == TextEncoding.UNREADABLE) {
                return "The cell holds bytes that are no text.";
            }
        }
        return null;
    }

    private Map<String, Integer> columns(List<String> header) throws ImportException {
        if (header.size() > CsvLimits.COLUMNS) {
            throw new ImportException(
                    "%s has %,d columns: more than %,d are not read."
                            .formatted(file.name(), header.size(), CsvLimits.COLUMNS));
        }
        Map<String, Integer> columns = ColumnNames.indices(header, requiredColumns);
        if (ColumnNames.repeat(header)) {
            sink.noted(
                    new ImportIssue(
                            file.name(),
                            1L,
                            name(),
                            null,
                            "Several columns have the same name: the first of them is read."));
        }
        for (String column : requiredColumns) {
            if (Stream.of(column.split(OR)).noneMatch(columns::containsKey)) {
                throw new ImportException(file.name() + " has no column " + column + ".");
            }
        }
        return columns;
    }

    /** What the rows are, as a report says it. */
    public String name() {
        return file.plainName().replaceFirst("\\.(csv|tsv|txt)$", "");
    }

    /** An issue in a row of this table. */
    public ImportIssue issue(long line, RowException e) {
        String column = e.column();
        return new ImportIssue(
                file.name(), line, name(), column.isEmpty() ? null : column, e.reason());
    }
}
