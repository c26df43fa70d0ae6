package org.consilium.importing.synthea;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.consilium.importing.ImportException;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.PatientSink;

/**
 * One CSV file, streamed row by row (RFC 4180, UTF-8 with or without a byte order mark).
 *
 * @param file name for messages
 * @param requiredColumns their names, or "A or B" where either will do
 */
record CsvTable(String file, List<String> requiredColumns, PatientSink sink) {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;
    private static final String OR = " or ";
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    /** What takes a row. */
    @FunctionalInterface
    interface RowHandler {
        void take(Row row) throws RowException;
    }

    /**
     * @throws ImportException when it is empty, lacks a column, or its quotes don't add up
     */
    void read(InputStream bytes, RowHandler handler) throws ImportException, IOException {
        try (InputStreamReader text =
                        new InputStreamReader(
                                withoutMark(new BufferedInputStream(bytes)),
                                StandardCharsets.UTF_8);
                CSVParser parser = CSVParser.builder().setReader(text).setFormat(FORMAT).get()) {
            try {
                rows(parser, handler);
            } catch (UncheckedIOException e) {
                throw new ImportException(
                        "%s is not well-formed CSV near line %d: the rest of it can't be read."
                                .formatted(file, parser.getCurrentLineNumber()),
                        e);
            }
        }
    }

    private void rows(CSVParser parser, RowHandler handler) throws ImportException {
        Iterator<CSVRecord> records = parser.iterator();
        if (!records.hasNext()) {
            throw new ImportException(file + " is empty: not even its header row is there.");
        }
        Map<String, Integer> columns = columns(records.next());
        while (records.hasNext()) {
            CSVRecord cells = records.next();
            long line = parser.getCurrentLineNumber();
            try {
                handler.take(new Row(cells, columns, line));
            } catch (RowException e) {
                sink.rejected(issue(line, e));
            }
        }
    }

    private Map<String, Integer> columns(CSVRecord header) throws ImportException {
        Map<String, Integer> columns = new HashMap<>();
        for (int index = 0; index < header.size(); index++) {
            columns.putIfAbsent(header.get(index).strip(), index);
        }
        for (String column : requiredColumns) {
            if (Stream.of(column.split(OR)).noneMatch(columns::containsKey)) {
                throw new ImportException(file + " has no column " + column + ".");
            }
        }
        return columns;
    }

    /** What the rows are, as a report says it. */
    String name() {
        return file.replace(".csv", "");
    }

    private ImportIssue issue(long line, RowException e) {
        return new ImportIssue(file, line, name(), e.column(), e.reason());
    }

    private static InputStream withoutMark(InputStream bytes) throws IOException {
        bytes.mark(3);
        byte[] first = bytes.readNBytes(3);
        if (!new String(first, StandardCharsets.UTF_8)
                .equals(Character.toString(BYTE_ORDER_MARK))) {
            bytes.reset();
        }
        return bytes;
    }
}
