package org.consilium.job;

import java.util.concurrent.CompletableFuture;

/** Runs every job at once on the caller's thread: for tests and the command line. */
public final class InlineJobRunner implements JobRunner {

    @Override
    public <T> CompletableFuture<T> io(Job<T> job, Progress progress) {
        return run(job, progress);
    }

    @Override
    public <T> CompletableFuture<T> compute(Job<T> job, Progress progress) {
        return run(job, progress);
    }

    @Override
    public void close() {}

    private static <T> CompletableFuture<T> run(Job<T> job, Progress progress) {
        try {
            return CompletableFuture.completedFuture(job.run(progress));
        } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
