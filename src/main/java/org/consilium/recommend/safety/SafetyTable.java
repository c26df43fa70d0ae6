package org.consilium.recommend.safety;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table of this package. Each row says where it was read (document, section, date, link), how it
 * was confirmed and on which day; what is wrong with a row is said with file and line.
 */
final class SafetyTable {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setCommentMarker('#')
                    .setTrim(true)
                    .get();

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern LINK = Pattern.compile("(https?://|doi\\.org/)\\S+");

    private SafetyTable() {}

    /** Every row of a table that ships with the program, made into something. */
    static <T> List<T> shipped(String file, Function<CSVRecord, T> make) throws IOException {
        try (InputStream stream = SafetyTable.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IOException(
                        "The table %s is missing from this installation.".formatted(file));
            }
            return read(new InputStreamReader(stream, StandardCharsets.UTF_8), file, make);
        }
    }

    /**
     * @param make throws IllegalArgumentException with the reason when a row can't be understood
     * @throws IOException naming file, line and reason
     */
    static <T> List<T> read(Reader reader, String file, Function<CSVRecord, T> make)
            throws IOException {
        List<T> rows = new ArrayList<>();
        try (CSVParser parser = FORMAT.parse(reader)) {
            for (CSVRecord row : parser) {
                try {
                    source(row);
                    rows.add(make.apply(row));
                } catch (IllegalArgumentException e) {
                    throw new IOException(
                            "%s, line %d: %s"
                                    .formatted(file, parser.getCurrentLineNumber(), e.getMessage()),
                            e);
                }
            }
        }
        return rows;
    }

    /**
     * @throws IllegalArgumentException when a part of it is missing
     */
    static SafetySource source(CSVRecord row) {
        if (!row.isConsistent()) {
            throw new IllegalArgumentException("the row does not have every column.");
        }
        if (!DAY.matcher(row.get("checked")).matches()) {
            throw new IllegalArgumentException("the day on which it was checked is missing.");
        }
        if (!LINK.matcher(row.get("link")).matches()) {
            throw new IllegalArgumentException("the source has no address or DOI.");
        }
        return new SafetySource(
                filled(row, "document"),
                filled(row, "section"),
                filled(row, "date"),
                row.get("link"),
                filled(row, "confirmed"));
    }

    /**
     * @throws IllegalArgumentException when the cell is empty
     */
    static String filled(CSVRecord row, String column) {
        String cell = row.get(column);
        if (cell.isEmpty()) {
            throw new IllegalArgumentException("the column %s is empty.".formatted(column));
        }
        return cell;
    }
}
