package org.consilium.job;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Runs jobs on threads of its own: several for files and the store, one for computing. A job is
 * cancelled by what its progress says and never by an interrupt, which would close the store's file
 * under everybody if it came in the middle of a read. Thread-safe.
 */
public final class ExecutorJobRunner implements JobRunner {
    private static final int IO_THREADS = 3;
    private static final long PATIENCE_SECONDS = 5;

    private final ExecutorService io =
            Executors.newFixedThreadPool(IO_THREADS, new NamedThreads("io"));
    private final ExecutorService compute =
            Executors.newSingleThreadExecutor(new NamedThreads("compute"));

    @Override
    public <T> CompletableFuture<T> io(Job<T> job, Progress progress) {
        return start(io, job, progress);
    }

    @Override
    public <T> CompletableFuture<T> compute(Job<T> job, Progress progress) {
        return start(compute, job, progress);
    }

    private volatile boolean closing;

    private <T> CompletableFuture<T> start(
            ExecutorService executor, Job<T> job, Progress progress) {
        CompletableFuture<T> future = new CompletableFuture<>();
        executor.execute(() -> {
            try {
                Progress cancellable = new Cancellable(progress, future);
                cancellable.checkCancelled();
                future.complete(job.run(cancellable));
            } catch (CancellationException e) {
                future.cancel(false);
            } catch (Throwable e) {
                future.completeExceptionally(e);
            }
        });
        return future;
    }

    @Override
    public void close() {
        closing = true;
        io.shutdown();
        compute.shutdown();
        try {
            if (!io.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    || !compute.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Cancellable implements Progress {
        private final Progress watched;
        private final CompletableFuture<?> future;

        private Cancellable(Progress watched, CompletableFuture<?> future) {
            this.watched = watched;
            this.future = future;
        }

        @Override
        public void report(long done, long total, String message) {
            watched.report(done, total, message);
        }

        @Override
        public void checkCancelled() {
            if (closing || future.isCancelled()) {
                throw new CancellationException("cancelled");
            }
            watched.checkCancelled();
        }
    }
}
