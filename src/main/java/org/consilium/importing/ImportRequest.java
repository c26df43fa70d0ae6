package org.consilium.importing;

import java.nio.file.Path;
import java.util.List;

/**
 * @param cohort name of the cohort to make or to add to
 * @param format name of a reader, or {@link #AUTO}
 * @param synthetic whether nobody in it is real
 */
public record ImportRequest(String cohort, List<Path> paths, String format, boolean synthetic) {
    public static final String AUTO = "auto";

    public ImportRequest {
        paths = List.copyOf(paths);
    }
}
