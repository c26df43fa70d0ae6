package org.consilium.importing.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.consilium.importing.ImportException;

/** Files that are on no disk, all of one folder. */
public final class MemoryInputs {
    /** A line of "=== name" begins a file; what stands before the first is the first one's. */
    private static final byte[] MARK = "\n=== ".getBytes(StandardCharsets.US_ASCII);

    private static final int LONGEST_NAME = 60;

    private MemoryInputs() {}

    /** One file. */
    public static Inputs of(String name, byte[] content) {
        return inputs(List.of(new MemoryFile(name, content, true)));
    }

    /**
     * Several files from one input, as a fuzzer makes it up: a line "=== patients.csv" is followed
     * by the content of that file.
     *
     * @param first name of what stands before such a line
     */
    public static Inputs unpacked(String first, byte[] input) {
        List<InputFile> files = new ArrayList<>();
        String name = first;
        int from = 0;
        for (int at = next(input, -1); at >= 0; at = next(input, from)) {
            add(files, name, input, from, Math.max(from, at));
            int end = lineEnd(input, Math.min(input.length, at + MARK.length));
            name = name(input, at + MARK.length, end);
            from = Math.min(input.length, end + 1);
        }
        add(files, name, input, from, input.length);
        return inputs(files);
    }

    private static void add(List<InputFile> files, String name, byte[] input, int from, int to) {
        if (to > from) {
            files.add(new MemoryFile(name, Arrays.copyOfRange(input, from, to), true));
        }
    }

    private static String name(byte[] input, int from, int to) {
        int start = Math.min(from, to);
        int length = Math.min(LONGEST_NAME, to - start);
        String name = new String(input, start, length, StandardCharsets.ISO_8859_1);
        return name.isBlank() ? "unnamed" : FileNames.shown(name).toLowerCase(Locale.ROOT);
    }

    private static int lineEnd(byte[] input, int from) {
        int at = from;
        while (at < input.length && input[at] != '\n') {
            at++;
        }
        return at;
    }

    /** Where the next mark begins, from the line break before it; the input begins after one. */
    private static int next(byte[] input, int from) {
        for (int at = from - 1; at + MARK.length <= input.length; at++) {
            if (isMark(input, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isMark(byte[] input, int at) {
        for (int i = 0; i < MARK.length; i++) {
            boolean before = i == 0 && at == -1;
            if (at < -1 || !before && input[at + i] != MARK[i]) {
                return false;
            }
        }
        return true;
    }

    private static Inputs inputs(List<InputFile> files) {
        return new Inputs(files, List.of(), List.of(), List.of(), false);
    }

    /** The files of a ZIP archive, as if it lay on a disk. */
    public static Inputs zip(byte[] archive, InputLimits limits) throws ImportException {
        ZipFile zip;
        try {
            zip =
                    ZipFile.builder()
                            .setSeekableByteChannel(new SeekableInMemoryByteChannel(archive))
                            .get();
        } catch (IOException | RuntimeException e) {
            throw new ImportException("memory.zip is not a whole ZIP archive.", e);
        }
        List<String> leftOut = new ArrayList<>();
        List<InputFile> files = new ArrayList<>();
        files.addAll(
                new ArchiveOpening(Path.of("memory.zip"), "memory.zip", limits, leftOut)
                        .files(zip, archive.length));
        return new Inputs(files, leftOut, List.of(), List.of(zip), false);
    }

    /** A gzip file, as if it lay on a disk. */
    public static Inputs gzip(String name, byte[] packed) {
        return inputs(List.of(new MemoryFile(name, packed, false)));
    }

    private record MemoryFile(String name, byte[] content, boolean plain) implements InputFile {
        @Override
        public String group() {
            return "memory";
        }

        @Override
        public long size() {
            return content.length;
        }

        @Override
        public InputStream open(ByteProgress progress, String message) throws IOException {
            InputStream bytes = progress.counting(new ByteArrayInputStream(content), message);
            if (plain) {
                return bytes;
            }
            UnpackBudget budget =
                    new UnpackBudget(name, InputLimits.DEFAULT.mostUnpacked(content.length));
            return Gunzip.open(bytes, budget, budget.new Share());
        }
    }
}
