package org.consilium.store;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.consilium.job.NamedThreads;
import org.jdbi.v3.core.HandleCallback;
import org.jspecify.annotations.Nullable;

/**
 * An import on three threads: while its caller reads, the batch before is packed and the one before
 * that is written. Batches are written in the order in which they came, and never more than three
 * are held. For one caller.
 */
final class ImportPipeline implements AutoCloseable {
    private final Database database;
    private final ExecutorService packer =
            Executors.newSingleThreadExecutor(new NamedThreads("store-packer"));
    private @Nullable Future<?> packing;
    private volatile @Nullable Future<?> writing;

    ImportPipeline(Database database) {
        this.database = database;
    }

    /**
     * @param pack makes of a batch what is to be written in one transaction
     * @throws StoreException when an earlier batch could not be packed or written
     */
    void add(Supplier<HandleCallback<Boolean, RuntimeException>> pack) {
        awaitPacking();
        packing =
                packer.submit(() -> {
                    HandleCallback<Boolean, RuntimeException> packed = pack.get();
                    awaitWriting();
                    writing = database.writeLater(packed);
                });
    }

    /** Waits until everything is written. */
    void drain() {
        awaitPacking();
        awaitWriting();
    }

    private void awaitPacking() {
        Future<?> before = packing;
        packing = null;
        if (before != null) {
            Waiting.uninterruptibly(before);
        }
    }

    private void awaitWriting() {
        Future<?> before = writing;
        writing = null;
        if (before != null) {
            Waiting.uninterruptibly(before);
        }
    }

    /** Waits for what was begun, without looking at what becomes of it. */
    @Override
    public void close() {
        packer.close();
    }
}
