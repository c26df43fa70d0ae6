package org.consilium.ui.tuning;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.consilium.job.JobRunner;
import org.consilium.job.Progress;
import org.consilium.tuning.TopChange;
import org.consilium.ui.common.ViewState;
import org.jspecify.annotations.Nullable;

/** Whose first five a tuned model changes most. For the UI thread only. */
final class ChangesViewModel {
    private final Studio studio;
    private final JobRunner jobs;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<ViewState<List<TopChange>>> state =
            new ReadOnlyObjectWrapper<>(new ViewState.Idle<>());
    private String model = "";

    ChangesViewModel(Studio studio, JobRunner jobs, Executor ui) {
        this.studio = studio;
        this.jobs = jobs;
        this.ui = ui;
    }

    ReadOnlyObjectProperty<ViewState<List<TopChange>>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Another model is looked at: what was found of the last one is gone. */
    void turnTo(String other) {
        if (!other.equals(model)) {
            model = other;
            state.set(new ViewState.Idle<>());
        }
    }

    /** Looks through the latest visits of all patients. */
    void look() {
        String of = model;
        state.set(new ViewState.Running<>());
        CompletableFuture<List<TopChange>> job = jobs.compute(studio.changes(of), Progress.NONE);
        var _ = job.whenCompleteAsync((found, failure) -> show(of, found, failure), ui);
    }

    private void show(String of, @Nullable List<TopChange> found, @Nullable Throwable failure) {
        if (of.equals(model)) {
            state.set(
                    found != null
                            ? new ViewState.Loaded<>(found)
                            : ViewState.after(
                                    failure == null
                                            ? new IllegalStateException("no answer")
                                            : failure));
        }
    }
}
