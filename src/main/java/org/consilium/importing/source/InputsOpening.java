package org.consilium.importing.source;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.consilium.importing.ImportException;

/** Finds and opens the files of an import. Used once. */
final class InputsOpening {
    private static final Comparator<Path> BY_NAME =
            Comparator.comparing(Path::toString, String.CASE_INSENSITIVE_ORDER)
                    .thenComparing(Path::toString);

    private final InputLimits limits;
    private final List<InputFile> files = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final List<DiskFile> onDisk = new ArrayList<>();
    private final List<ZipFile> archives = new ArrayList<>();

    InputsOpening(InputLimits limits) {
        this.limits = limits;
    }

    Inputs open(List<Path> paths) throws ImportException {
        try {
            for (Path path : paths) {
                take(path);
            }
            return new Inputs(files, leftOut, onDisk, archives, false);
        } catch (ImportException e) {
            closeArchives(e);
            throw e;
        } catch (RefusedInputException e) {
            closeArchives(e);
            throw new ImportException(String.valueOf(e.getMessage()), e);
        } catch (IOException | RuntimeException e) {
            closeArchives(e);
            throw new ImportException("The files could not be read.", e);
        }
    }

    private void closeArchives(Exception reason) {
        for (ZipFile archive : archives) {
            try {
                archive.close();
            } catch (IOException e) {
                reason.addSuppressed(e);
            }
        }
    }

    private void take(Path path) throws ImportException, IOException {
        if (!Files.exists(path)) {
            throw new ImportException("There is no file or folder " + whole(path) + ".");
        }
        int before = files.size();
        if (Files.isDirectory(path)) {
            List<Path> found = walk(path.toRealPath()); // a link that a person names is followed
            found.sort(BY_NAME);
            for (Path each : found) {
                add(each);
            }
        } else if (Files.isRegularFile(path)) {
            if (Files.size(path) == 0) {
                throw new ImportException(whole(path) + " is empty.");
            }
            add(path);
        } else {
            throw new ImportException(
                    whole(path) + " is neither a file nor a folder: it is not read.");
        }
        if (files.size() == before) {
            throw new ImportException(whole(path) + " is empty.");
        }
    }

    private List<Path> walk(Path folder) throws ImportException, IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(
                folder,
                EnumSet.noneOf(FileVisitOption.class),
                limits.depth() + 1,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes seen) {
                        return isHidden(each) && !each.equals(folder)
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path each, BasicFileAttributes seen) {
                        if (seen.isDirectory()) {
                            leftOut.add(shown(each) + " lies too deep: it is not read.");
                        } else if (!seen.isRegularFile()) {
                            leftOut.add(shown(each) + " is a link or no file: it is not read.");
                        } else if (!isHidden(each) && seen.size() > 0) {
                            found.add(each);
                        }
                        return found.size() > limits.files()
                                ? FileVisitResult.TERMINATE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path each, IOException reason)
                            throws IOException {
                        throw new RefusedInputException(
                                shown(each) + " can't be opened: see whether you may read it.");
                    }
                });
        limits.requireFew(found.size());
        return found;
    }

    private void add(Path path) throws ImportException, IOException {
        DiskFile file = DiskFile.of(path, limits);
        onDisk.add(file);
        if (path.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            addEntries(path, file);
        } else {
            files.add(file);
        }
        limits.requireFew(files.size());
    }

    private void addEntries(Path path, DiskFile file) throws ImportException {
        ZipFile zip;
        try {
            zip = ZipFile.builder().setPath(path).get();
        } catch (IOException | RuntimeException e) {
            throw new ImportException(file.name() + " is not a whole ZIP archive.", e);
        }
        archives.add(zip);
        files.addAll(
                new ArchiveOpening(path, file.name(), limits, leftOut).files(zip, file.size()));
    }

    private static String whole(Path path) {
        return FileNames.shown(path.toString());
    }

    private static String shown(Path path) {
        return FileNames.shown(String.valueOf(path.getFileName()));
    }

    static boolean isHidden(Path path) {
        return String.valueOf(path.getFileName()).startsWith(".");
    }
}
