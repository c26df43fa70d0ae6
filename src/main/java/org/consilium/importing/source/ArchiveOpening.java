package org.consilium.importing.source;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.consilium.importing.ImportException;

/**
 * Finds the files in a ZIP archive. Used for one archive.
 *
 * @param path where the archive lies; its entries are as if in a folder of that name
 * @param name of the archive, for messages
 * @param leftOut takes a sentence for what is not read
 */
record ArchiveOpening(Path path, String name, InputLimits limits, List<String> leftOut) {
    /** Bytes of a local header before the name (APPNOTE.TXT, section 4.3.7). */
    private static final int LOCAL_HEADER = 30;

    private static final int LONGEST_NAME = 1000;

    /**
     * By name.
     *
     * @param packed size of the archive in bytes
     * @throws ImportException when it is over the limits, or made to do harm
     */
    List<ArchiveFile> files(ZipFile zip, long packed) throws ImportException {
        var archive =
                new ArchiveFile.Archive(
                        name, zip, new UnpackBudget(name, limits.mostUnpacked(packed)));
        List<ZipArchiveEntry> all = Collections.list(zip.getEntries());
        limits.requireFew(all.size());
        requireApart(all);
        List<ArchiveFile> found = new ArrayList<>();
        for (ZipArchiveEntry entry : all) {
            Path inside = inside(entry);
            if (isWanted(entry, inside)) {
                found.add(in(archive, entry, inside));
            }
        }
        found.sort(Comparator.comparing(each -> each.entry().getName()));
        return found;
    }

    /** Entries that share bytes make gigabytes of a few kilobytes, and no program writes them. */
    private void requireApart(List<ZipArchiveEntry> entries) throws ImportException {
        List<ZipArchiveEntry> byPlace = new ArrayList<>(entries);
        byPlace.sort(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset));
        long end = 0;
        for (ZipArchiveEntry entry : byPlace) {
            if (entry.getLocalHeaderOffset() < end) {
                throw refused("entries that overlap");
            }
            long content = Math.max(0, entry.getCompressedSize());
            end = entry.getLocalHeaderOffset() + LOCAL_HEADER + content;
        }
    }

    private Path inside(ZipArchiveEntry entry) throws ImportException {
        String inner = entry.getName();
        if (inner.length() > LONGEST_NAME) {
            throw refused("an entry whose name is too long");
        }
        try {
            Path inside = Path.of("/").resolve(inner);
            if (!inner.startsWith("/")
                    && !inner.contains("\\")
                    && inside.normalize().equals(inside)) {
                return inside;
            }
        } catch (InvalidPathException e) {
            throw refused("an entry whose name is no file name");
        }
        throw refused("an entry that points out of the archive");
    }

    private ImportException refused(String what) {
        return new ImportException("%s holds %s: it is not read.".formatted(name, what));
    }

    private boolean isWanted(ZipArchiveEntry entry, Path inside) {
        if (entry.isUnixSymlink()) {
            leftOut.add(name + " holds a link: it is not read.");
            return false;
        }
        if (entry.isDirectory()
                || entry.getSize() == 0
                || InputsOpening.isHidden(inside)
                || inside.startsWith("/__MACOSX")) {
            return false;
        }
        if (entry.getName().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            leftOut.add(name + " holds another archive, which is not read: unpack it first.");
            return false;
        }
        return true;
    }

    private ArchiveFile in(ArchiveFile.Archive archive, ZipArchiveEntry entry, Path inside) {
        Path whole = Path.of(path.toAbsolutePath().normalize().toString(), inside.toString());
        return ArchiveFile.of(
                archive,
                entry,
                FileNames.shown(String.valueOf(whole.getFileName())),
                String.valueOf(whole.getParent()));
    }
}
