package org.consilium.ui.tuning;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.consilium.job.JobRunner;
import org.consilium.job.Progress;
import org.consilium.tuning.InterruptedRun;
import org.consilium.tuning.Readiness;
import org.consilium.ui.common.ViewState;
import org.jspecify.annotations.Nullable;

/**
 * What a cohort has for fine-tuning: patients, decisions, and a run that was interrupted. For the
 * UI thread only.
 */
final class OutlookViewModel {
    private final Models models;
    private final JobRunner jobs;
    private final Executor ui;
    private final String cohort;
    private final ReadOnlyObjectWrapper<@Nullable Readiness> readiness =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable InterruptedRun> interrupted =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private CompletableFuture<?> pending = CompletableFuture.completedFuture(null);

    /**
     * @param ui runs what changes properties
     */
    OutlookViewModel(Models models, JobRunner jobs, Executor ui, String cohort) {
        this.models = models;
        this.jobs = jobs;
        this.ui = ui;
        this.cohort = cohort;
    }

    private record Outlook(Readiness readiness, List<InterruptedRun> interrupted) {}

    /** Null until it was read. */
    ReadOnlyObjectProperty<@Nullable Readiness> readinessProperty() {
        return readiness.getReadOnlyProperty();
    }

    /** The latest of the cohort's runs that were interrupted; null where there is none. */
    ReadOnlyObjectProperty<@Nullable InterruptedRun> interruptedProperty() {
        return interrupted.getReadOnlyProperty();
    }

    /** Why something could not be done; empty while all is well. */
    ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    void load() {
        read(() -> {});
    }

    /** Removes the interrupted run and what it learned. */
    void discard() {
        InterruptedRun run = interrupted.get();
        if (run != null) {
            read(() -> models.discard(run.name()));
        }
    }

    /** Completes when what was asked for last is shown. */
    CompletableFuture<?> settled() {
        return pending;
    }

    private void read(Runnable first) {
        pending =
                jobs.io(
                                progress -> {
                                    first.run();
                                    return new Outlook(
                                            models.readiness(cohort), models.interrupted());
                                },
                                Progress.NONE)
                        .whenCompleteAsync(this::show, ui);
    }

    private void show(@Nullable Outlook read, @Nullable Throwable problem) {
        failure.set(problem == null ? "" : ViewState.sentence(problem));
        if (read != null) {
            readiness.set(read.readiness());
            interrupted.set(
                    read.interrupted().stream()
                            .filter(run -> run.cohort().equals(cohort))
                            .findFirst()
                            .orElse(null));
        }
    }
}
