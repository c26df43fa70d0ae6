package org.consilium.job;

import java.util.concurrent.CompletableFuture;

/** Runs jobs off the caller's thread. Thread-safe. */
public interface JobRunner extends AutoCloseable {
    /**
     * Starts a job that reads and writes files or the store. Cancelling the future cancels the job.
     */
    <T> CompletableFuture<T> io(Job<T> job, Progress progress);

    /** Starts a job that computes: one at a time, on the single thread that owns every tensor. */
    <T> CompletableFuture<T> compute(Job<T> job, Progress progress);

    @Override
    void close();
}
