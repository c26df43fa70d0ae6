package org.consilium.meaning;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** An editable table of facts that ships with the program; each row names its source. */
final class SourcedTable {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setCommentMarker('#')
                    .get();

    private SourcedTable() {}

    /** The rows of a table of this package. */
    static List<CSVRecord> shipped(String name) throws IOException {
        try (InputStream stream = SourcedTable.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException(
                        "The table %s is missing from this installation.".formatted(name));
            }
            return read(new InputStreamReader(stream, StandardCharsets.UTF_8), name);
        }
    }

    /**
     * @throws IOException naming file and line when a row is not whole or names no source
     */
    static List<CSVRecord> read(Reader reader, String name) throws IOException {
        List<CSVRecord> rows = new ArrayList<>();
        for (CSVRecord row : FORMAT.parse(reader)) {
            if (!row.isConsistent() || row.get("source").isBlank()) {
                throw new IOException(
                        "%s, row %d: a row needs every column and a source."
                                .formatted(name, row.getRecordNumber()));
            }
            rows.add(row);
        }
        return rows;
    }
}
