package org.consilium.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** Permissions of what is made: its owner's alone, where the file system can say that. */
final class Private {
    private Private() {}

    static FileAttribute<?>[] file(Path file) throws IOException {
        return attributes(file, "rw-------");
    }

    static FileAttribute<?>[] folder(Path folder) throws IOException {
        return attributes(folder, "rwx------");
    }

    private static FileAttribute<?>[] attributes(Path path, String permissions) throws IOException {
        Path parent = Objects.requireNonNull(path.toAbsolutePath().getParent());
        return Files.getFileStore(parent).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
