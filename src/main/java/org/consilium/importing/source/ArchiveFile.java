package org.consilium.importing.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A file in a ZIP archive, unpacked in memory as it is read.
 *
 * @param share of the archive's budget that is its own
 * @param inner the share of what a gzipped one unpacks to in turn
 */
record ArchiveFile(
        Archive archive,
        ZipArchiveEntry entry,
        String name,
        String group,
        UnpackBudget.Share share,
        UnpackBudget.Share inner)
        implements InputFile {
    /**
     * Those that need no library beside ours: as it is, deflate, deflate64, bzip2 (APPNOTE.TXT).
     */
    private static final Set<Integer> METHODS = Set.of(0, 8, 9, 12);

    /**
     * An archive that is open.
     *
     * @param name for messages
     * @param budget what all its entries together may unpack to
     */
    record Archive(String name, ZipFile file, UnpackBudget budget) {}

    static ArchiveFile of(Archive archive, ZipArchiveEntry entry, String name, String group) {
        UnpackBudget budget = archive.budget;
        return new ArchiveFile(archive, entry, name, group, budget.new Share(), budget.new Share());
    }

    @Override
    public long size() {
        return Math.max(0, entry.getSize());
    }

    @Override
    public InputStream open(ByteProgress progress, String message) throws IOException {
        InputStream content = progress.counting(share.guard(unpacked()), message);
        return isGzipped() ? Gunzip.open(content, archive.budget, inner) : content;
    }

    private InputStream unpacked() throws IOException {
        if (!METHODS.contains(entry.getMethod()) || !archive.file.canReadEntryData(entry)) {
            throw new RefusedInputException(
                    archive.name
                            + " is encrypted, or packed in a way that can't be read: unpack it first.");
        }
        try {
            InputStream content = archive.file.getInputStream(entry);
            if (content != null) {
                return new CheckedEntry(content, entry.getCrc());
            }
        } catch (IOException | RuntimeException e) {
            // said below: what the library says repeats what stands in the archive
        }
        throw archive.budget.damaged();
    }

    private boolean isGzipped() {
        return !plainName().equalsIgnoreCase(name);
    }
}
