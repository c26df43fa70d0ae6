package org.consilium.meaning;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * An editable table of facts that ships with the program; each row names its source and the day on
 * which it was last compared with it (columns {@code source} and {@code checked}, as yyyy-mm-dd).
 */
final class SourcedTable {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setCommentMarker('#')
                    .get();

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

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
     * @throws IOException naming file and line when a row is not whole, names no source or no day
     *     on which it was checked
     */
    static List<CSVRecord> read(Reader reader, String name) throws IOException {
        List<CSVRecord> rows = new ArrayList<>();
        for (CSVRecord row : FORMAT.parse(reader)) {
            if (!row.isConsistent() || row.get("source").isBlank() || !isChecked(row)) {
                throw new IOException(
                        "%s, row %d: a row needs every column, a source and the day it was checked."
                                .formatted(name, row.getRecordNumber()));
            }
            rows.add(row);
        }
        return rows;
    }

    private static boolean isChecked(CSVRecord row) {
        return row.isMapped("checked") && DAY.matcher(row.get("checked")).matches();
    }
}
