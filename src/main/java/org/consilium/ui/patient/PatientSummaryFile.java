package org.consilium.ui.patient;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.NotFoundException;
import org.consilium.clinical.Timeline;
import org.consilium.files.WholeFile;
import org.consilium.meaning.ClinicalTables;
import org.consilium.recommend.RecommendationList;
import org.jspecify.annotations.Nullable;

/** A patient's one-page summary as a PDF file: whole or not at all, its owner's alone. */
public final class PatientSummaryFile {
    private PatientSummaryFile() {}

    /**
     * As of the latest visit.
     *
     * @param advice for that visit; null where there is none
     * @param synthetic whether the watermark says that nobody real is meant
     * @param today the age is as of that day
     * @throws NotFoundException when the record has no visit
     */
    public static void write(
            Timeline timeline,
            boolean synthetic,
            ClinicalTables tables,
            @Nullable RecommendationList advice,
            LocalDate today,
            Path file)
            throws IOException {
        Encounter latest =
                timeline.encounters().stream()
                        .max(Comparator.comparing(Encounter::start))
                        .orElseThrow(() -> new NotFoundException("The record has no visit."));
        Chart chart = Chart.of(timeline, latest, tables, () -> timeline);
        write(
                Banner.of(timeline.patient(), timeline, today, synthetic),
                chart,
                advice,
                today,
                file);
    }

    static void write(
            Banner banner,
            Chart chart,
            @Nullable RecommendationList advice,
            LocalDate today,
            Path file)
            throws IOException {
        WholeFile.write(file, SummaryPdf.of(banner, chart, advice, today));
    }
}
