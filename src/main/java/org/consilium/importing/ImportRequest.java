package org.consilium.importing;

import java.nio.file.Path;
import java.util.List;
import org.consilium.clinical.KnownPatients;

/**
 * @param cohort name of the cohort to make or to add to
 * @param format name of a reader, or {@link #AUTO}
 * @param synthetic whether nobody in it is real
 * @param known what becomes of patients whom the cohort has already
 */
public record ImportRequest(
        String cohort, List<Path> paths, String format, boolean synthetic, KnownPatients known) {
    public static final String AUTO = "auto";

    public ImportRequest {
        paths = List.copyOf(paths);
    }

    /** One that brings patients up to date whom the cohort has already. */
    public ImportRequest(String cohort, List<Path> paths, String format, boolean synthetic) {
        this(cohort, paths, format, synthetic, KnownPatients.UPDATE);
    }
}
