package org.consilium.export;

import java.nio.file.Path;
import java.util.Set;

/**
 * @param cohort its name
 * @param patients ids of those that are wanted; empty for all
 * @param format name of an {@link ExportFormat}
 * @param target folder to be made
 */
public record ExportRequest(
        String cohort, Set<String> patients, String format, Path target, Packing packing) {

    public ExportRequest {
        patients = Set.copyOf(patients);
    }

    /** How the files are packed, and what becomes of an earlier export in the same place. */
    public record Packing(Compression compression, Existing existing) {
        public static final Packing PLAIN = new Packing(Compression.NONE, Existing.KEEP);
    }

    /** Compression of each file. */
    public enum Compression {
        NONE,
        GZIP
    }

    /** What to do with an earlier export in the target. */
    public enum Existing {
        /** Refuse to write there. */
        KEEP,
        /** Replace it, once the new one is whole. */
        REPLACE
    }
}
