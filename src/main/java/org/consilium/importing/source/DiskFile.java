package org.consilium.importing.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file on the disk, unpacked while it is read when its name ends in .gz.
 *
 * @param changed when it was last changed, as first seen
 * @param key what tells it from a file that has taken its place, where the system has such a key
 */
record DiskFile(
        Path path,
        String group,
        long size,
        FileTime changed,
        @Nullable Object key,
        InputLimits limits)
        implements InputFile {
    private static final int BUFFER = 1 << 16;

    static DiskFile of(Path path, InputLimits limits) throws IOException {
        BasicFileAttributes seen = Files.readAttributes(path, BasicFileAttributes.class);
        Path folder = path.toAbsolutePath().normalize().getParent();
        return new DiskFile(
                path,
                String.valueOf(folder),
                seen.size(),
                seen.lastModifiedTime(),
                seen.fileKey(),
                limits);
    }

    @Override
    public String name() {
        return String.valueOf(path.getFileName());
    }

    @Override
    public InputStream open(ByteProgress progress, String message) throws IOException {
        InputStream packed = progress.counting(Files.newInputStream(path), message);
        if (!name().toLowerCase(Locale.ROOT).endsWith(".gz")) {
            return packed;
        }
        UnpackBudget budget = new UnpackBudget(name(), limits.mostUnpacked(size));
        try {
            return budget.guard(new GZIPInputStream(packed, BUFFER));
        } catch (IOException e) {
            packed.close();
            throw new RefusedInputException(name() + " is not a whole gzip file.");
        }
    }

    /** Whether it is no longer as it was first seen. */
    boolean hasChanged() throws IOException {
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
        boolean same =
                now.size() == size
                        && now.lastModifiedTime().equals(changed)
                        && (key == null || key.equals(now.fileKey()));
        return !same;
    }
}
