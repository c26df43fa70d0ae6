package org.consilium.ui.tuning;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.consilium.job.Job;
import org.consilium.job.JobRunner;
import org.consilium.job.Progress;
import org.consilium.tuning.task.LeaveOut;
import org.consilium.tuning.task.Preparation;
import org.consilium.tuning.task.TaskScope;
import org.consilium.tuning.task.TuningTask;
import org.consilium.ui.common.JobProgress;
import org.consilium.ui.common.ViewState;
import org.jspecify.annotations.Nullable;

/** The data that are prepared for the task that is worked on. For the UI thread only. */
final class PrepareViewModel {
    private final Models models;
    private final JobRunner jobs;
    private final Executor ui;
    private final String cohort;
    private final TasksViewModel tasks;
    private final ReadOnlyObjectWrapper<ViewState<Preparation>> state =
            new ReadOnlyObjectWrapper<>(new ViewState.Idle<>());
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private boolean again;
    private @Nullable JobProgress progress;
    private CompletableFuture<?> settled = CompletableFuture.completedFuture(null);

    /**
     * @param ui runs what changes properties
     */
    PrepareViewModel(
            Models models, JobRunner jobs, Executor ui, String cohort, TasksViewModel tasks) {
        this.models = models;
        this.jobs = jobs;
        this.ui = ui;
        this.cohort = cohort;
        this.tasks = tasks;
        tasks.chosenProperty().addListener((observed, before, now) -> turnTo(now));
    }

    ReadOnlyObjectProperty<ViewState<Preparation>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What is being done. */
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    boolean isRunning() {
        return state.get() instanceof ViewState.Running;
    }

    /** Whether something can be left out of what is shown with one click. */
    boolean isKept() {
        return tasks.chosenProperty().get() != null;
    }

    private void turnTo(@Nullable TuningTask task) {
        cancel();
        state.set(new ViewState.Idle<>());
        if (again) {
            again = false;
            prepare();
        } else if (task != null) {
            settled =
                    jobs.io(progress -> models.prepared(task.name()), Progress.NONE)
                            .whenCompleteAsync(
                                    (found, failure) -> {
                                        if (found != null && !isRunning()) {
                                            found.ifPresent(each ->
                                                    state.set(new ViewState.Loaded<>(each)));
                                        }
                                    },
                                    ui);
        }
    }

    /** Reads the records and keeps a hash of them; of the whole cohort nothing is kept. */
    void prepare() {
        if (isRunning()) {
            return;
        }
        TuningTask task = tasks.chosenProperty().get();
        Job<Preparation> job =
                task == null
                        ? models.looking(new TuningTask("all", cohort, TaskScope.ALL))
                        : models.preparing(task.name());
        message.set("Reading the records");
        state.set(new ViewState.Running<>());
        JobProgress watched = new JobProgress(ui, report -> message.set(report.message()));
        progress = watched;
        settled =
                jobs.compute(job, watched)
                        .whenCompleteAsync(
                                (made, failure) -> {
                                    if (progress == watched) {
                                        end(made, failure);
                                    }
                                },
                                ui);
    }

    /** Leaves something out, or takes it back in, and prepares again. */
    void leaveOut(LeaveOut what, boolean out) {
        again = true;
        tasks.leaveOut(what, out);
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

    private void end(@Nullable Preparation made, @Nullable Throwable failure) {
        message.set("");
        state.set(
                made != null
                        ? new ViewState.Loaded<>(made)
                        : ViewState.after(
                                failure == null ? new IllegalStateException("none") : failure));
    }
}
