package org.consilium.importing.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
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
        return FileNames.shown(String.valueOf(path.getFileName()));
    }

    @Override
    public InputStream open(ByteProgress progress, String message) throws IOException {
        if (hasChanged()) {
            // what stands there now may be a pipe, which would be waited for without end
            throw new RefusedInputException(changedSentence());
        }
        InputStream packed = progress.counting(content(), message);
        if (!name().toLowerCase(Locale.ROOT).endsWith(".gz")) {
            return packed;
        }
        UnpackBudget budget = new UnpackBudget(name(), limits.mostUnpacked(size));
        return Gunzip.open(packed, budget, budget.new Share());
    }

    private InputStream content() throws IOException {
        try {
            return Files.newInputStream(path);
        } catch (IOException e) {
            throw new RefusedInputException(
                    name() + " can't be opened: see whether you may read it.");
        }
    }

    String changedSentence() {
        return name()
                + " was changed while it was being read, so nothing was taken. Try again when it is"
                + " complete.";
    }

    /** Whether it is no longer as it was first seen, or gone. */
    boolean hasChanged() throws IOException {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            boolean same =
                    now.size() == size
                            && now.lastModifiedTime().equals(changed)
                            && (key == null || key.equals(now.fileKey()));
            return !same;
        } catch (NoSuchFileException e) {
            return true;
        }
    }
}
