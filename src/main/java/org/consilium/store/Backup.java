package org.consilium.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.consilium.store.StoreException.Kind;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * A copy of a store in use: a zip with the file as it is, encrypted under the same key, opened and
 * checked before it counts. Not thread-safe.
 */
final class Backup {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'consilium-'yyyyMMdd-HHmmss-SSS'.zip'");

    private final StoreFile file;

    Backup(StoreFile file) {
        this.file = file;
    }

    /**
     * @return the zip
     * @throws StoreException when it can't be written, or what was written can't be read
     */
    Path make(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path zip = folder.resolve(NAME.format(LocalDateTime.now(ZoneOffset.UTC)));
        try (Connection connection = file.writing().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("BACKUP TO '" + zip.toString().replace("'", "''") + "'");
            verify(zip);
            return zip;
        } catch (SQLException | RuntimeException e) {
            Files.deleteIfExists(zip);
            throw Failures.translate(e);
        }
    }

    private void verify(Path zip) throws IOException {
        Path copy = zip.resolveSibling(zip.getFileName() + ".check");
        Path database = copy.resolveSibling(copy.getFileName() + StoreFile.SUFFIX);
        try {
            unzip(zip, database);
            try (StoreFile opened = file.frozen(copy);
                    Handle handle = Jdbi.create(opened.writing()).open()) {
                List<String> findings = Consistency.check(handle);
                if (!findings.isEmpty()) {
                    throw new StoreException(Kind.DAMAGED, String.join(" ", findings), null);
                }
            }
        } finally {
            Files.deleteIfExists(database);
        }
    }

    private static void unzip(Path zip, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry();
                    entry != null;
                    entry = entries.getNextEntry()) {
                if (entry.getName().endsWith(StoreFile.SUFFIX)) {
                    Files.copy(entries, to);
                    return;
                }
            }
        }
        throw new StoreException(Kind.FAILED, "The backup holds no store.", null);
    }
}
