package org.consilium.importing;

import java.util.List;
import org.consilium.clinical.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * What files are and hold, before anything is written.
 *
 * @param format name of the reader that takes them
 * @param files the first of them (at most {@link #MOST_FILES})
 * @param fileCount how many there are
 * @param patients the first of them (at most {@link #MOST_PATIENTS}), as far as they were read
 * @param found counts and issues of what was read
 * @param sample whether that was a part only, so that the counts are at least so many
 */
public record ImportPreview(
        String format,
        List<File> files,
        int fileCount,
        List<Timeline> patients,
        ImportReport found,
        boolean sample) {
    static final int MOST_FILES = 50;
    static final int MOST_PATIENTS = 10;

    public ImportPreview {
        files = List.copyOf(files);
        patients = List.copyOf(patients);
    }

    /**
     * A file as it will be read.
     *
     * @param size in bytes, as {@link org.consilium.importing.source.InputFile#size}
     * @param encoding name of its character encoding
     * @param separator of its columns, in words; null where it is no table
     */
    public record File(String name, long size, String encoding, @Nullable String separator) {}
}
