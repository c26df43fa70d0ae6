package org.consilium.ui.common;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.consilium.job.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Brings a job's progress to the window, the latest only when reports come faster than the window
 * takes them, and a person's wish to stop to the job. Thread-safe.
 */
public final class JobProgress implements Progress {
    private final Executor ui;
    private final Consumer<Report> watcher;
    private final AtomicReference<@Nullable Report> waiting = new AtomicReference<>();
    private volatile boolean cancelled;

    /**
     * @param total -1 where it is not known
     */
    public record Report(long done, long total, String message) {
        /** From 0 to 1; negative while it is not known. */
        public double fraction() {
            return total > 0 ? Math.min(1, (double) done / total) : -1;
        }
    }

    /**
     * @param watcher called by {@code ui}
     */
    public JobProgress(Executor ui, Consumer<Report> watcher) {
        this.ui = ui;
        this.watcher = watcher;
    }

    public void cancel() {
        cancelled = true;
    }

    @Override
    public void report(long done, long total, String message) {
        if (waiting.getAndSet(new Report(done, total, message)) == null) {
            ui.execute(() -> {
                Report latest = waiting.getAndSet(null);
                if (latest != null) {
                    watcher.accept(latest);
                }
            });
        }
    }

    @Override
    public void checkCancelled() {
        if (cancelled) {
            throw new CancellationException("cancelled");
        }
    }
}
