package org.consilium.ui.tuning;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.consilium.job.JobRunner;
import org.consilium.tuning.EvaluationReport;
import org.consilium.tuning.PreTrainRequest;
import org.consilium.ui.common.JobProgress;
import org.consilium.ui.common.ViewState;
import org.jspecify.annotations.Nullable;

/** A base model made of the cohort. For the UI thread only. */
final class PreTrainViewModel {
    private final Models models;
    private final JobRunner jobs;
    private final Executor ui;
    private final String cohort;
    private final Consumer<String> finished;
    private final StringProperty name = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<ViewState<Made>> state =
            new ReadOnlyObjectWrapper<>(new ViewState.Idle<>());
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
    private @Nullable JobProgress progress;
    private CompletableFuture<?> ended = CompletableFuture.completedFuture(null);

    /**
     * @param ui runs what changes properties
     * @param finished told the name of every model that was made
     */
    PreTrainViewModel(
            Models models, JobRunner jobs, Executor ui, String cohort, Consumer<String> finished) {
        this.models = models;
        this.jobs = jobs;
        this.ui = ui;
        this.cohort = cohort;
        this.finished = finished;
    }

    /** A model and how it did on patients that it did not see. */
    record Made(String name, EvaluationReport report) {}

    /** Of the model to make. */
    StringProperty nameProperty() {
        return name;
    }

    ReadOnlyObjectProperty<ViewState<Made>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What is being done, or what came of it. */
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** From 0 to 1; negative while it is not known. */
    ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    boolean isRunning() {
        return state.get() instanceof ViewState.Running;
    }

    /** Starts; without a name nothing starts, and that is said. */
    void start() {
        if (isRunning()) {
            return;
        }
        String wanted = name.get() == null ? "" : name.get().strip();
        if (wanted.isEmpty()) {
            state.set(new ViewState.Failed<>("Give the base model a name first."));
            return;
        }
        fraction.set(-1);
        message.set("Waiting to start");
        state.set(new ViewState.Running<>());
        JobProgress watched = new JobProgress(ui, this::show);
        progress = watched;
        PreTrainRequest request = PreTrainRequest.of(cohort, wanted);
        ended =
                jobs.compute(models.preTraining(request), watched)
                        .whenCompleteAsync((report, failure) -> end(wanted, report, failure), ui);
    }

    /** Asks it to stop; it leaves nothing. */
    void cancel() {
        if (progress != null && isRunning()) {
            progress.cancel();
            message.set("Stopping: nothing will be kept");
        }
    }

    /** Completes when the end is shown. */
    CompletableFuture<?> ended() {
        return ended;
    }

    private void show(JobProgress.Report report) {
        if (isRunning()) {
            message.set(report.message());
            fraction.set(report.fraction());
        }
    }

    private void end(String made, @Nullable EvaluationReport report, @Nullable Throwable failure) {
        if (report != null) {
            state.set(new ViewState.Loaded<>(new Made(made, report)));
            message.set(made + " is made. Fine-tune other cohorts from it; it is not served.");
            finished.accept(made);
            return;
        }
        ViewState<Made> after =
                ViewState.after(failure == null ? new IllegalStateException("none") : failure);
        state.set(after);
        message.set(after instanceof ViewState.Idle ? "Cancelled: nothing was changed." : "");
    }
}
