package org.consilium.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Future;
import org.jdbi.v3.core.HandleCallback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The encrypted H2 file of one folder. All writing goes through one connection on one thread
 * (docs/decisions/0004); reading has connections of its own and never waits for a write.
 * Thread-safe.
 */
public final class Database implements AutoCloseable {
    private static final String NAME = "consilium";
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final StoreLock lock;
    private final Writer writer;
    private final Readers readers;
    private final AuditTrail audit;
    private final ConceptDictionary concepts;
    private final ImportsUnderWay imports = new ImportsUnderWay();
    private final List<String> findings;

    private Database(StoreLock lock, Writer writer, Readers readers, StoreOptions options) {
        this.lock = lock;
        this.writer = writer;
        this.readers = readers;
        audit = new AuditTrail(options.user());
        write(handle -> handle.execute("DELETE FROM patient WHERE cohort_id IS NULL"));
        write(Fragments::discardLeft);
        concepts = new ConceptDictionary(readers);
        findings = lock.leftOpen() ? check() : List.of();
        findings.forEach(finding -> LOG.warn("After an unclean stop: {}", finding));
    }

    /** Whether the folder holds a store. */
    public static boolean exists(Path home) {
        return Files.exists(file(home));
    }

    /** The file that holds the store of a folder. */
    public static Path file(Path home) {
        return home.resolve(NAME + StoreFile.SUFFIX);
    }

    /** As {@link #open(Path, byte[], StoreOptions)}, as the application opens it. */
    public static Database open(Path home, byte[] key) {
        return open(home, key, StoreOptions.standard());
    }

    /**
     * Opens the store of a folder, makes it if there is none, and brings it to this version, after
     * a verified backup. What unfinished imports left behind is removed; after an unclean stop
     * everything is checked.
     *
     * @param key 256 bits; wiped
     * @throws StoreException when it is in use, damaged, of a later version, or the key is another
     *     one's
     */
    public static Database open(Path home, byte[] key, StoreOptions options) {
        try (StoreFile file = new StoreFile(home.resolve(NAME), key)) {
            Files.createDirectories(home);
            StoreLock lock = StoreLock.acquire(home.resolve(NAME + ".lock"));
            // held open so that the store is opened and decrypted once, not once for each step
            try (Connection held = file.writing().getConnection()) {
                held.setAutoCommit(true);
                new Migrations(file, home.resolve("backups"), options.migrations()).run();
                return connected(lock, file, options);
            } catch (SQLException | RuntimeException | IOException e) {
                lock.abandon();
                throw e;
            }
        } catch (SQLException | RuntimeException | IOException e) {
            throw Failures.translate(e);
        }
    }

    private static Database connected(StoreLock lock, StoreFile file, StoreOptions options) {
        Writer writer = new Writer(file);
        try {
            Readers readers = new Readers(file, options.readers());
            try {
                return new Database(lock, writer, readers, options);
            } catch (RuntimeException e) {
                readers.close();
                throw e;
            }
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    /** What the check after an unclean stop found, each one sentence; empty when all is well. */
    public List<String> findings() {
        return findings;
    }

    /**
     * Checks every stored value and the chain of the audit trail.
     *
     * @return what is wrong, each one sentence; empty when all is well
     */
    public List<String> check() {
        return read(Consistency::check);
    }

    ConceptDictionary concepts() {
        return concepts;
    }

    ImportsUnderWay imports() {
        return imports;
    }

    AuditTrail audit() {
        return audit;
    }

    <T> T read(HandleCallback<T, RuntimeException> action) {
        return readers.read(action);
    }

    /** Writes in one transaction; returns when it is safe from the end of this process. */
    <T> T write(HandleCallback<T, RuntimeException> action) {
        return Waiting.uninterruptibly(writer.write(action, false));
    }

    /** As {@link #write}, without waiting. */
    <T> Future<T> writeLater(HandleCallback<T, RuntimeException> action) {
        return writer.write(action, false);
    }

    /** Writes what a person decided; returns when it is safe from a loss of power, too. */
    <T> T writeForGood(HandleCallback<T, RuntimeException> action) {
        return Waiting.uninterruptibly(writer.write(action, true));
    }

    /** Waits for what was asked before. */
    @Override
    public void close() {
        try {
            readers.close();
            writer.close();
            lock.close();
        } catch (IOException | RuntimeException e) {
            throw Failures.translate(e);
        }
    }
}
