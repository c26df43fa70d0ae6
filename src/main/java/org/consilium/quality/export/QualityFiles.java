package org.consilium.quality.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.consilium.files.WholeFile;
import org.consilium.quality.QualityJson;
import org.consilium.quality.QualityReport;

/** Reports as files: whole, or as they were before where that fails; their owner's alone. */
public final class QualityFiles {
    private QualityFiles() {}

    /** Writes JSON, with identifiers of patients unless the report is anonymous. */
    public static void json(QualityReport report, Path file) throws IOException {
        String text = QualityJson.text(report) + System.lineSeparator();
        WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes one to three pages for people: counts only. */
    public static void pdf(QualityReport report, Path file) throws IOException {
        WholeFile.write(file, QualityPdf.of(report));
    }
}
