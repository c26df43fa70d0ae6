package org.consilium.ui.tuning;

import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.consilium.job.JobRunner;
import org.consilium.job.Progress;
import org.consilium.tuning.monitor.MonitorReport;
import org.consilium.ui.common.ViewState;

/** How the served model does as time goes by. For the UI thread only. */
final class MonitorViewModel {
    private final Studio studio;
    private final JobRunner jobs;
    private final Executor ui;
    private final String cohort;
    private final ReadOnlyObjectWrapper<ViewState<MonitorReport>> state =
            new ReadOnlyObjectWrapper<>(new ViewState.Idle<>());

    MonitorViewModel(Studio studio, JobRunner jobs, Executor ui, String cohort) {
        this.studio = studio;
        this.jobs = jobs;
        this.ui = ui;
        this.cohort = cohort;
    }

    ReadOnlyObjectProperty<ViewState<MonitorReport>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Looks through all visits and decisions of the cohort. */
    void look() {
        if (state.get() instanceof ViewState.Running<MonitorReport>) {
            return;
        }
        state.set(new ViewState.Running<>());
        var _ =
                jobs.compute(studio.monitoring(cohort), Progress.NONE)
                        .whenCompleteAsync(
                                (report, failure) ->
                                        state.set(
                                                failure == null
                                                        ? new ViewState.Loaded<>(report)
                                                        : ViewState.after(failure)),
                                ui);
    }
}
