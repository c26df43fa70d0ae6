package org.consilium.recommend;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Items that are real but never advice: administration, questionnaires, steps of another procedure.
 * Read from an editable table (system, code, display, reason) that says for each why it stands
 * there. Immutable and thread-safe.
 */
public final class RoutineItems {
    private static final String SHIPPED = "routine-items.csv";

    private final Set<String> codes;

    private RoutineItems(Set<String> codes) {
        this.codes = codes;
    }

    /** The table that ships with the program. */
    public static RoutineItems shipped() throws IOException {
        try (InputStream stream = RoutineItems.class.getResourceAsStream(SHIPPED)) {
            if (stream == null) {
                throw new IOException(
                        "The list of routine items is missing from this installation.");
            }
            return read(new InputStreamReader(stream, StandardCharsets.UTF_8), SHIPPED);
        }
    }

    /**
     * A clinic's own table.
     *
     * @throws IOException naming file and line when a row has no code
     */
    public static RoutineItems read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            return read(reader, String.valueOf(file.getFileName()));
        }
    }

    private static RoutineItems read(Reader reader, String name) throws IOException {
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setCommentMarker('#')
                        .get();
        Set<String> codes = new HashSet<>();
        for (CSVRecord row : format.parse(reader)) {
            if (!row.isConsistent() || row.get("code").isBlank()) {
                throw new IOException(
                        "%s, line %d: a routine item needs system, code, display and reason."
                                .formatted(name, row.getRecordNumber() + 1));
            }
            codes.add(key(row.get("system"), row.get("code")));
        }
        return new RoutineItems(Set.copyOf(codes));
    }

    public boolean contains(Item item) {
        return codes.contains(key(item.concept().system().uri(), item.concept().code()));
    }

    public int size() {
        return codes.size();
    }

    private static String key(String system, String code) {
        return system + '|' + code;
    }
}
