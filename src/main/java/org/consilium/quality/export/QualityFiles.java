package org.consilium.quality.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.consilium.quality.QualityJson;
import org.consilium.quality.QualityReport;

/** Reports as files. */
public final class QualityFiles {
    private QualityFiles() {}

    /** Writes JSON, with identifiers of patients unless the report is anonymous. */
    public static void json(QualityReport report, Path file) throws IOException {
        Files.writeString(file, QualityJson.text(report) + System.lineSeparator());
    }

    /** Writes one to three pages for people: counts only. */
    public static void pdf(QualityReport report, Path file) throws IOException {
        Files.write(file, QualityPdf.of(report));
    }
}
