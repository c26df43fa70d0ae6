package org.consilium.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.consilium.job.Job;
import org.consilium.job.JobRunner;
import org.consilium.job.Progress;

/** Runs jobs when the test says so, in the order that it says. */
public final class DeferredJobRunner implements JobRunner {
    private final List<Runnable> waiting = new ArrayList<>();

    @Override
    public <T> CompletableFuture<T> io(Job<T> job, Progress progress) {
        CompletableFuture<T> future = new CompletableFuture<>();
        waiting.add(() -> {
            try {
                future.complete(job.run(progress));
            } catch (Exception e) {
                future.completeExceptionally(e);
            }
        });
        return future;
    }

    @Override
    public <T> CompletableFuture<T> compute(Job<T> job, Progress progress) {
        return io(job, progress);
    }

    /** Runs the job that was started as number {@code index} among those waiting. */
    public void run(int index) {
        waiting.remove(index).run();
    }

    public int waiting() {
        return waiting.size();
    }

    @Override
    public void close() {}
}
