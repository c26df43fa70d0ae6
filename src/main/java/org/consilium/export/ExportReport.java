package org.consilium.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What was exported.
 *
 * @param folder where it is
 * @param losses what was lost, by its words
 * @param seconds wall time
 */
public record ExportReport(
        String cohort,
        String format,
        Path folder,
        boolean synthetic,
        int patients,
        long encounters,
        long events,
        Map<String, Long> losses,
        List<Manifest.Entry> files,
        double seconds) {

    public ExportReport {
        losses = Map.copyOf(losses);
        files = List.copyOf(files);
    }
}
