package org.consilium.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.consilium.job.NamedThreads;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/**
 * The encrypted H2 file. All writing goes through one connection on one thread, since two writing
 * connections tore transactions apart when killed (FACTS); reading has connections of its own.
 * Thread-safe.
 */
public final class Database implements AutoCloseable {
    private static final String FILE = "consilium";
    private static final String USER = "consilium";
    private static final int READERS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(new NamedThreads("store-writer"));
    private final JdbcConnectionPool readers;
    private final Jdbi reading;
    private final Handle writing;

    private Database(JdbcDataSource source) throws SQLException {
        Connection connection = source.getConnection();
        writing = Jdbi.create(connection).open();
        readers = JdbcConnectionPool.create(source);
        readers.setMaxConnections(READERS);
        reading = Jdbi.create(readers);
    }

    /** Whether the folder holds a store. */
    public static boolean exists(Path home) {
        return Files.exists(file(home));
    }

    /** The file that holds the store of a folder. */
    public static Path file(Path home) {
        return home.resolve(FILE + ".mv.db");
    }

    /**
     * Opens the store of a folder, makes it if there is none, and brings it to this version. What
     * unfinished imports left behind is removed.
     *
     * @param key 256 bits
     * @throws StoreException when it is in use, damaged, or the key is another one's
     */
    public static Database open(Path home, byte[] key) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(
                "jdbc:h2:file:"
                        + home.resolve(FILE).toAbsolutePath()
                        + ";CIPHER=AES;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
        source.setUser(USER);
        source.setPassword(HexFormat.of().formatHex(key) + " " + USER);
        try {
            // held open so that the store is opened and decrypted once, not once for each step
            try (Connection held = source.getConnection()) {
                held.setReadOnly(false);
                migrate(source);
                return new Database(source).swept();
            }
        } catch (SQLException | RuntimeException e) {
            throw Failures.translate(e);
        }
    }

    private static void migrate(JdbcDataSource source) {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private Database swept() {
        write(handle -> {
            handle.execute("DELETE FROM patient WHERE NOT published");
            handle.execute("DELETE FROM cohort WHERE NOT published");
            return true;
        });
        return this;
    }

    /** Reads, on the caller's thread. */
    public <T> T read(HandleCallback<T, RuntimeException> action) {
        try {
            return reading.withHandle(action);
        } catch (RuntimeException e) {
            throw Failures.translate(e);
        }
    }

    /**
     * Writes in one transaction and waits until it is on disk as far as the operating system knows.
     */
    public <T> T write(HandleCallback<T, RuntimeException> action) {
        return onWriter(() -> writing.inTransaction(action));
    }

    /** Writes what a person decided: returns when it is on the disk itself. */
    public <T> T writeForGood(HandleCallback<T, RuntimeException> action) {
        return onWriter(() -> {
            T result = writing.inTransaction(action);
            writing.execute("CHECKPOINT SYNC");
            return result;
        });
    }

    private <T> T onWriter(Callable<T> action) {
        Future<T> future = writer.submit(action);
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw Failures.translate(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(StoreException.Kind.FAILED, "Writing was interrupted.", e);
        }
    }

    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                writer.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        readers.dispose();
        writing.close();
    }
}
