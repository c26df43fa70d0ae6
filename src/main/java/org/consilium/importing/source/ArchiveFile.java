package org.consilium.importing.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A file in a ZIP archive, unpacked in memory as it is read. */
record ArchiveFile(Archive archive, ZipArchiveEntry entry, String name, String group)
        implements InputFile {

    /**
     * An archive that is open.
     *
     * @param name for messages
     * @param budget what all its entries together may unpack to
     */
    record Archive(String name, ZipFile file, UnpackBudget budget) {}

    @Override
    public long size() {
        return Math.max(0, entry.getSize());
    }

    @Override
    public InputStream open(ByteProgress progress, String message) throws IOException {
        if (!archive.file.canReadEntryData(entry)) {
            throw new RefusedInputException(
                    archive.name
                            + " is encrypted, or packed in a way that can't be read: unpack it first.");
        }
        InputStream content =
                progress.counting(
                        archive.budget.guard(archive.file.getInputStream(entry)), message);
        return isGzipped() ? archive.budget.guard(new GZIPInputStream(content)) : content;
    }

    private boolean isGzipped() {
        return !plainName().equalsIgnoreCase(name);
    }
}
