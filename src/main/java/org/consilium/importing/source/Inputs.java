package org.consilium.importing.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.consilium.importing.ImportException;

/**
 * All files of an import, opened once: what was given itself, files of folders to any sensible
 * depth, and entries of ZIP archives. Symbolic links inside folders, pipes and devices are never
 * followed. Files are not locked: {@link #requireUnchanged} tells whether what was read is what is
 * there. Thread-safe.
 */
public final class Inputs implements AutoCloseable {
    private final List<InputFile> files;
    private final List<String> leftOut;
    private final List<DiskFile> onDisk;
    private final List<ZipFile> archives;
    private final boolean sample;

    Inputs(
            List<InputFile> files,
            List<String> leftOut,
            List<DiskFile> onDisk,
            List<ZipFile> archives,
            boolean sample) {
        this.files = List.copyOf(files);
        this.leftOut = List.copyOf(leftOut);
        this.onDisk = List.copyOf(onDisk);
        this.archives = List.copyOf(archives);
        this.sample = sample;
    }

    /**
     * @throws ImportException when something is missing, empty, no file, or over the limits
     */
    public static Inputs open(List<Path> paths) throws ImportException {
        return open(paths, InputLimits.DEFAULT);
    }

    /**
     * @throws ImportException when something is missing, empty, no file, or over the limits
     */
    public static Inputs open(List<Path> paths, InputLimits limits) throws ImportException {
        return new InputsOpening(limits).open(paths);
    }

    /** In the order given; files of a folder or an archive by name. */
    public List<InputFile> files() {
        return files;
    }

    /** The files by the folder they are in. */
    public Map<String, List<InputFile>> byFolder() {
        Map<String, List<InputFile>> folders = new LinkedHashMap<>();
        for (InputFile file : files) {
            folders.computeIfAbsent(file.group(), group -> new ArrayList<>()).add(file);
        }
        return folders;
    }

    /** What stands there and is not read (links, pipes, devices), each as a sentence. */
    public List<String> leftOut() {
        return leftOut;
    }

    /** Bytes of all files, as {@link InputFile#size} counts them. */
    public long bytes() {
        return bytes(files);
    }

    /** Bytes of these files. */
    public static long bytes(List<InputFile> files) {
        return files.stream().mapToLong(InputFile::size).sum();
    }

    /** Whether these are beginnings only, for a preview: what is not here is not missing. */
    public boolean isSample() {
        return sample;
    }

    /**
     * The beginnings of the files, with the same names: enough to see what they are. Closing it
     * does nothing.
     *
     * @param fileBytes of a line-based file, most that is read (unpacked)
     * @param wholeBytes of files that can only be read whole (JSON), most in all; those beyond are
     *     left out
     */
    public Inputs sample(long fileBytes, long wholeBytes) {
        List<InputFile> beginnings = new ArrayList<>();
        long left = wholeBytes;
        boolean cut = false;
        for (InputFile file : files) {
            if (!file.plainName().endsWith(".json")) {
                beginnings.add(
                        file.size() <= fileBytes / 16 ? file : new Beginning(file, fileBytes));
                cut |= file.size() > fileBytes / 16;
            } else if (file.size() <= left || left == wholeBytes) {
                beginnings.add(file);
                left -= file.size();
            } else {
                cut = true;
            }
        }
        return new Inputs(beginnings, leftOut, List.of(), List.of(), cut);
    }

    /**
     * @throws ImportException when a file is no longer as it was when it was opened
     */
    public void requireUnchanged() throws ImportException, IOException {
        for (DiskFile file : onDisk) {
            if (file.hasChanged()) {
                throw new ImportException(file.changedSentence());
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (ZipFile archive : archives) {
            archive.close();
        }
    }
}
