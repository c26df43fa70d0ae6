package org.consilium.ui.cohort;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.consilium.importing.ImportIssue;
import org.jspecify.annotations.Nullable;

/** What was rejected, as a CSV file. */
final class IssueFile {
    private static final String FORMULA = "=+-@\t\r";

    private IssueFile() {}

    static void write(List<ImportIssue> issues, Path file) throws IOException {
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader("file", "line", "resource", "field", "reason")
                        .get();
        try (Writer text = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                CSVPrinter rows = new CSVPrinter(text, format)) {
            for (ImportIssue issue : issues) {
                rows.printRecord(
                        safe(issue.file()),
                        issue.line(),
                        safe(issue.resource()),
                        safe(issue.field()),
                        safe(issue.reason()));
            }
        }
    }

    /** A cell that a spreadsheet would take for a formula gets a quote in front (CWE-1236). */
    private static @Nullable String safe(@Nullable String cell) {
        return cell == null || cell.isEmpty() || FORMULA.indexOf(cell.charAt(0)) < 0
                ? cell
                : "'" + cell;
    }
}
