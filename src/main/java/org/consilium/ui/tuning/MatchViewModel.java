package org.consilium.ui.tuning;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.consilium.job.JobRunner;
import org.consilium.tuning.DomainMatch;
import org.consilium.ui.common.JobProgress;
import org.consilium.ui.common.ViewState;
import org.jspecify.annotations.Nullable;

/** How well each base model fits the cohort. For the UI thread only. */
final class MatchViewModel {
    private final Models models;
    private final JobRunner jobs;
    private final Executor ui;
    private final String cohort;
    private final ReadOnlyObjectWrapper<ViewState<List<DomainMatch>>> state =
            new ReadOnlyObjectWrapper<>(new ViewState.Idle<>());
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private @Nullable JobProgress progress;
    private CompletableFuture<?> settled = CompletableFuture.completedFuture(null);

    /**
     * @param ui runs what changes properties
     */
    MatchViewModel(Models models, JobRunner jobs, Executor ui, String cohort) {
        this.models = models;
        this.jobs = jobs;
        this.ui = ui;
        this.cohort = cohort;
    }

    ReadOnlyObjectProperty<ViewState<List<DomainMatch>>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What is being done. */
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Measures unless it was measured or is being measured. */
    void open() {
        if (!(state.get() instanceof ViewState.Loaded) && !isRunning()) {
            measure();
        }
    }

    /** Forgets what was measured: there is another model now. */
    void forget() {
        if (!isRunning()) {
            state.set(new ViewState.Idle<>());
        }
    }

    boolean isRunning() {
        return state.get() instanceof ViewState.Running;
    }

    private void measure() {
        state.set(new ViewState.Running<>());
        message.set("Comparing the cohort with each base model");
        JobProgress watched = new JobProgress(ui, report -> message.set(report.message()));
        progress = watched;
        settled = jobs.compute(models.matching(cohort), watched).whenCompleteAsync(this::show, ui);
    }

    void cancel() {
        if (progress != null && isRunning()) {
            progress.cancel();
        }
    }

    /** Completes when what was asked for last is shown. */
    CompletableFuture<?> settled() {
        return settled;
    }

    private void show(@Nullable List<DomainMatch> matches, @Nullable Throwable failure) {
        message.set("");
        state.set(
                matches != null
                        ? new ViewState.Loaded<>(matches)
                        : ViewState.after(
                                failure == null ? new IllegalStateException("none") : failure));
    }
}
