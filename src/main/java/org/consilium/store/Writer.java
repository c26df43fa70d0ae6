package org.consilium.store;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.consilium.job.NamedThreads;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/**
 * The one writing connection behind a queue: what is asked first is written first, each a
 * transaction of its own. Thread-safe.
 */
final class Writer implements AutoCloseable {
    private final Handle handle;
    private final ExecutorService queue =
            Executors.newSingleThreadExecutor(new NamedThreads("store-writer"));

    Writer(StoreFile file) {
        handle = Jdbi.create(file.writing()).open();
    }

    /**
     * @param forGood whether to return only when it is on the disk itself, not just with the
     *     operating system
     */
    <T> Future<T> write(HandleCallback<T, RuntimeException> action, boolean forGood) {
        try {
            return queue.submit(() -> {
                T result = handle.inTransaction(action);
                if (forGood) {
                    handle.execute("CHECKPOINT SYNC");
                }
                return result;
            });
        } catch (RejectedExecutionException e) {
            throw Failures.closed(e);
        }
    }

    @Override
    public void close() {
        queue.close();
        handle.close();
    }
}
