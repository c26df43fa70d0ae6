package org.consilium.ui.cohort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.consilium.csv.SafeCsv;
import org.consilium.importing.ImportIssue;

/** What was rejected, as a CSV file. */
final class IssueFile {
    private static final List<String> COLUMNS =
            List.of("file", "line", "resource", "field", "reason");

    private IssueFile() {}

    static void write(List<ImportIssue> issues, Path file) throws IOException {
        try (SafeCsv rows =
                new SafeCsv(Files.newBufferedWriter(file, StandardCharsets.UTF_8), COLUMNS)) {
            for (ImportIssue issue : issues) {
                rows.row(
                        Arrays.asList(
                                issue.file(),
                                issue.line(),
                                issue.resource(),
                                issue.field(),
                                issue.reason()));
            }
        }
    }
}
