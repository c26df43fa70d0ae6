package org.consilium.importing;

import java.nio.file.Path;
import java.util.List;
import org.consilium.clinical.KnownPatients;
import org.consilium.importing.mapping.ColumnMapping;
import org.jspecify.annotations.Nullable;

/**
 * @param cohort name of the cohort to make or to add to
 * @param format name of a reader, or {@link #AUTO}; not looked at where there is a mapping
 * @param synthetic whether nobody in it is real
 * @param known what becomes of patients whom the cohort has already
 * @param mapping what the columns of the tables are, for tables of no known format
 */
public record ImportRequest(
        String cohort,
        List<Path> paths,
        String format,
        boolean synthetic,
        KnownPatients known,
        @Nullable ColumnMapping mapping) {
    public static final String AUTO = "auto";

    public ImportRequest {
        paths = List.copyOf(paths);
    }

    public ImportRequest(
            String cohort,
            List<Path> paths,
            String format,
            boolean synthetic,
            KnownPatients known) {
        this(cohort, paths, format, synthetic, known, null);
    }

    /** One that brings patients up to date whom the cohort has already. */
    public ImportRequest(String cohort, List<Path> paths, String format, boolean synthetic) {
        this(cohort, paths, format, synthetic, KnownPatients.UPDATE);
    }
}
