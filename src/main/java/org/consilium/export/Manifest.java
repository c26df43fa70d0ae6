package org.consilium.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside the files of an export, as {@value #FILE}: what they are, of whom, by which
 * program, and by what one can tell that they are whole.
 *
 * @param format {@value #OURS} and the name of the {@link ExportFormat}
 * @param synthetic whether nobody in it is real
 * @param note said to whoever opens the folder
 * @param created ISO 8601, UTC
 * @param selection "all", or "chosen" patients only
 * @param losses what was lost, by {@link Loss#key}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "format",
    "version",
    "program",
    "cohort",
    "synthetic",
    "note",
    "created",
    "selection",
    "patients",
    "encounters",
    "events",
    "losses",
    "files"
})
public record Manifest(
        String format,
        int version,
        String program,
        String cohort,
        boolean synthetic,
        @Nullable String note,
        String created,
        String selection,
        int patients,
        long encounters,
        long events,
        Map<String, Long> losses,
        List<Entry> files) {
    public static final String FILE = "manifest.json";
    public static final String OURS = "consilium-";

    public Manifest {
        losses = Map.copyOf(losses);
        files = List.copyOf(files);
    }

    /**
     * One file.
     *
     * @param type what its rows are
     * @param rows without the header
     * @param bytes as it lies on the disk
     * @param sha256 of these bytes, in hexadecimal
     */
    public record Entry(String name, String type, long rows, long bytes, String sha256) {}
}
