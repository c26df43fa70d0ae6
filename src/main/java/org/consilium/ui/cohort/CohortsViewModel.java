package org.consilium.ui.cohort;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.consilium.job.JobRunner;
import org.consilium.job.Progress;
import org.consilium.ui.common.ViewState;

/** Every cohort there is. For the UI thread only. */
final class CohortsViewModel {
    private final Callable<List<CohortEntry>> list;
    private final JobRunner jobs;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<ViewState<List<CohortEntry>>> state =
            new ReadOnlyObjectWrapper<>(new ViewState.Idle<>());
    private CompletableFuture<?> loaded = CompletableFuture.completedFuture(null);

    /**
     * @param ui runs what changes properties
     */
    CohortsViewModel(Callable<List<CohortEntry>> list, JobRunner jobs, Executor ui) {
        this.list = list;
        this.jobs = jobs;
        this.ui = ui;
    }

    ReadOnlyObjectProperty<ViewState<List<CohortEntry>>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Reads the list anew; what is shown stays until it is there. */
    void load() {
        if (!(state.get() instanceof ViewState.Loaded<?>)) {
            state.set(new ViewState.Running<>());
        }
        loaded =
                jobs.io(progress -> list.call(), Progress.NONE)
                        .whenCompleteAsync(
                                (cohorts, failure) ->
                                        state.set(
                                                failure == null
                                                        ? new ViewState.Loaded<>(cohorts)
                                                        : ViewState.after(failure)),
                                ui);
    }

    /** Completes when what was asked for last is shown. */
    CompletableFuture<?> loaded() {
        return loaded;
    }
}
