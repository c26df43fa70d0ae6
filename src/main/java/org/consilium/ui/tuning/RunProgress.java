package org.consilium.ui.tuning;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.consilium.job.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Brings a run's progress to the window, the latest only when they come faster than the window
 * takes them, and a person's wish to stop to the run. Thread-safe.
 */
final class RunProgress implements Progress {
    private final Executor ui;
    private final Consumer<Report> watcher;
    private final AtomicReference<@Nullable Report> waiting = new AtomicReference<>();
    private volatile boolean cancelled;

    /**
     * @param total -1 where it is not known
     */
    record Report(long done, long total, String message) {}

    /**
     * @param watcher called by {@code ui}
     */
    RunProgress(Executor ui, Consumer<Report> watcher) {
        this.ui = ui;
        this.watcher = watcher;
    }

    void cancel() {
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
