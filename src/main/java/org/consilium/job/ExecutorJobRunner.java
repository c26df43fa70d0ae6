package org.consilium.job;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Runs jobs on threads of its own: several for files and the store, one for computing. Jobs are
 * cancelled through their progress, never interrupted, since an interrupt closes the file that is
 * being read. Thread-safe.
 */
public final class ExecutorJobRunner implements JobRunner {
    private static final int IO_THREADS = 3;
    private static final long PATIENCE_SECONDS = 5;

    private final ExecutorService io =
            Executors.newFixedThreadPool(IO_THREADS, new NamedThreads("io"));
    private final ExecutorService compute =
            Executors.newSingleThreadExecutor(new NamedThreads("compute"));
    private final Set<CompletableFuture<?>> running = ConcurrentHashMap.newKeySet();

    @Override
    public <T> CompletableFuture<T> io(Job<T> job, Progress progress) {
        return start(io, job, progress);
    }

    @Override
    public <T> CompletableFuture<T> compute(Job<T> job, Progress progress) {
        return start(compute, job, progress);
    }

    private <T> CompletableFuture<T> start(
            ExecutorService executor, Job<T> job, Progress progress) {
        CompletableFuture<T> future = new CompletableFuture<>();
        running.add(future);
        try {
            executor.execute(() -> run(job, new Cancellable(progress, future), future));
        } catch (RejectedExecutionException e) {
            running.remove(future);
            future.cancel(false);
        }
        return future;
    }

    private <T> void run(Job<T> job, Progress progress, CompletableFuture<T> future) {
        try {
            progress.checkCancelled();
            future.complete(job.run(progress));
        } catch (CancellationException e) {
            future.cancel(false);
        } catch (Throwable e) {
            future.completeExceptionally(e);
        } finally {
            running.remove(future);
        }
    }

    /** Cancels what is running and waits a little for it to clean up. */
    @Override
    public void close() {
        io.shutdown();
        compute.shutdown();
        running.forEach(future -> future.cancel(false));
        try {
            if (!io.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    || !compute.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                io.shutdownNow();
                compute.shutdownNow();
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
            if (future.isCancelled()) {
                throw new CancellationException("cancelled");
            }
            watched.checkCancelled();
        }
    }
}
