package org.consilium.store;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.consilium.job.NamedThreads;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/** A few read-only connections, each used by one of as many threads. Thread-safe. */
final class Readers implements AutoCloseable {
    private final BlockingQueue<Handle> idle;
    private final ExecutorService threads;

    Readers(StoreFile file, int count) {
        idle = new ArrayBlockingQueue<>(count);
        threads = Executors.newFixedThreadPool(count, new NamedThreads("store-reader"));
        try {
            for (int i = 0; i < count; i++) {
                idle.add(Jdbi.create(file::reading).open());
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    <T> T read(HandleCallback<T, RuntimeException> action) {
        try {
            return Waiting.uninterruptibly(threads.submit(() -> withHandle(action)));
        } catch (RejectedExecutionException e) {
            throw Failures.closed(e);
        }
    }

    private <T> T withHandle(HandleCallback<T, RuntimeException> action)
            throws InterruptedException {
        Handle handle = idle.take();
        try {
            return action.withHandle(handle);
        } finally {
            idle.add(handle);
        }
    }

    @Override
    public void close() {
        threads.close();
        idle.forEach(Handle::close);
    }
}
