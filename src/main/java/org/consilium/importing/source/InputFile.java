package org.consilium.importing.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** One file of an import: on the disk, gzipped or in an archive. Thread-safe; streams are not. */
public interface InputFile {
    /** The name a person knows it by, without its folder. */
    String name();

    /** The same for all files of one folder, and only for them; not for showing. */
    String group();

    /**
     * Bytes that reading it adds to the progress: those on the disk, or unpacked from an archive.
     */
    long size();

    /** Whether it is a beginning only, for a preview: what comes later is not missing. */
    default boolean isCut() {
        return false;
    }

    /**
     * The content, unpacked; the bytes are counted as they are read, and cancelled, reading throws.
     *
     * @param message what is being done, for a person
     * @throws RefusedInputException when it unpacks to more than the limits allow
     */
    InputStream open(ByteProgress progress, String message) throws IOException;

    /** The first bytes of the content, at most that many. */
    default byte[] head(int bytes) throws IOException {
        try (InputStream content = open(ByteProgress.none(), "")) {
            return content.readNBytes(bytes);
        }
    }

    /**
     * The name in lower case, without the ending of a packed file: events.csv for EVENTS.CSV.gz.
     */
    default String plainName() {
        String name = name().toLowerCase(Locale.ROOT);
        return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }
}
