package org.consilium.job;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Runs jobs on threads of its own: several for files and the store, one for computing. Thread-safe.
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

    private static <T> CompletableFuture<T> start(
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
        io.shutdownNow();
        compute.shutdownNow();
        try {
            if (!io.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    || !compute.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Cancellable(Progress watched, CompletableFuture<?> future) implements Progress {
        @Override
        public void report(long done, long total, String message) {
            watched.report(done, total, message);
        }

        @Override
        public void checkCancelled() {
            if (future.isCancelled() || Thread.currentThread().isInterrupted()) {
                throw new CancellationException("cancelled");
            }
            watched.checkCancelled();
        }
    }
}
