package org.consilium.tuning.bridge;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.consilium.clinical.Concept;
import org.consilium.importing.CodeSystems;

/**
 * Every medicine of a folder of the events format that has both a code and a name, once a row: a
 * store keeps one name a code, a file many.
 */
public final class RecordedNames {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private RecordedNames() {}

    /** None where the folder has no events. */
    public static List<Concept> of(Path folder) throws IOException {
        Path file = folder.resolve("events.csv.gz");
        List<Concept> named = new ArrayList<>();
        if (!Files.exists(file)) {
            return named;
        }
        try (Reader reader =
                new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8)) {
            for (CSVRecord row : FORMAT.parse(reader)) {
                if (row.get("kind").equals("medication")
                        && !row.get("code").isBlank()
                        && !row.get("display").isBlank()) {
                    named.add(
                            new Concept(
                                    CodeSystems.named(row.get("code_system")),
                                    row.get("code"),
                                    row.get("display")));
                }
            }
        }
        return named;
    }
}
