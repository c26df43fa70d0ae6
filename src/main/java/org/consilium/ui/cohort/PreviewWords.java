package org.consilium.ui.cohort;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.consilium.importing.ImportPreview;
import org.consilium.importing.ImportReport;
import org.consilium.ui.common.Counted;

/** What a preview says in a sentence each. */
final class PreviewWords {
    private static final Map<String, String> FORMATS =
            Map.of(
                    "fhir", "FHIR R4",
                    "omop", "OMOP CDM",
                    "synthea", "Synthea CSV",
                    "events", "Consilium events",
                    "csv", "CSV with mapped columns");
    private static final long KILO = 1000;

    private PreviewWords() {}

    /** The name a person knows a format by. */
    static String format(String reader) {
        return FORMATS.getOrDefault(reader, reader);
    }

    /** Format, files, encodings. */
    static String files(ImportPreview preview) {
        long bytes = preview.files().stream().mapToLong(ImportPreview.File::size).sum();
        boolean more = preview.fileCount() > preview.files().size();
        List<String> encodings =
                preview.files().stream().map(ImportPreview.File::encoding).distinct().toList();
        return "Read as %s: %s%s, %s."
                .formatted(
                        format(preview.format()),
                        Counted.of(preview.fileCount(), "file"),
                        more ? "" : ", " + size(bytes),
                        String.join(" and ", encodings));
    }

    /** How much was found; of a part of the files only a lower bound. */
    static String counts(ImportPreview preview) {
        ImportReport found = preview.found();
        String counts =
                "%s, %s and %s"
                        .formatted(
                                Counted.of(found.patients(), "patient"),
                                Counted.of(found.encounters(), "visit"),
                                Counted.of(found.events(), "event"));
        String rejected =
                found.rejected() == 0
                        ? "no row rejected"
                        : Counted.of(found.rejected(), "row") + " rejected";
        return preview.sample()
                ? "At least %s: only the beginning of the files was read (%s there)."
                        .formatted(counts, rejected)
                : "%s; %s.".formatted(counts, rejected);
    }

    /** Bytes as people say them (SI prefixes). */
    static String size(long bytes) {
        if (bytes < KILO) {
            return Counted.of(bytes, "byte");
        }
        if (bytes < KILO * KILO) {
            return "%d kB".formatted(bytes / KILO);
        }
        double mega = (double) bytes / (KILO * KILO);
        return mega < KILO
                ? String.format(Locale.UK, mega < 10 ? "%.1f MB" : "%.0f MB", mega)
                : String.format(Locale.UK, "%.1f GB", mega / KILO);
    }

    /** What was fine but is not used. */
    static String unused(ImportReport report) {
        return report.skipped().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> "%s (%,d)".formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining(", ", "Not used: ", "."));
    }
}
