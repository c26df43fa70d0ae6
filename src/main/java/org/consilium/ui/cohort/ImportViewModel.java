package org.consilium.ui.cohort;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.consilium.importing.ImportReport;
import org.consilium.importing.ImportRequest;
import org.consilium.importing.ImportService;
import org.consilium.job.JobRunner;
import org.consilium.job.Progress;
import org.consilium.ui.common.JobProgress;
import org.consilium.ui.common.ViewState;
import org.jspecify.annotations.Nullable;

/** One import: files offered, where they shall go, how far it is, its report. UI thread only. */
final class ImportViewModel {
    private final ImportService imports;
    private final JobRunner jobs;
    private final Executor ui;
    private final Consumer<ImportReport> finished;
    private final ReadOnlyObjectWrapper<@Nullable Draft> draft = new ReadOnlyObjectWrapper<>();
    private final StringProperty cohort = new SimpleStringProperty("");
    private final BooleanProperty synthetic = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<ViewState<ImportReport>> state =
            new ReadOnlyObjectWrapper<>(new ViewState.Idle<>());
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
    private @Nullable JobProgress progress;
    private CompletableFuture<?> settled = CompletableFuture.completedFuture(null);

    /**
     * @param ui runs what changes properties
     * @param finished told of every import that was taken into the store
     */
    ImportViewModel(
            ImportService imports, JobRunner jobs, Executor ui, Consumer<ImportReport> finished) {
        this.imports = imports;
        this.jobs = jobs;
        this.ui = ui;
        this.finished = finished;
    }

    /**
     * Files a person has brought.
     *
     * @param format name of the reader that would take them
     */
    record Draft(List<Path> paths, String format) {}

    /** Null while nothing is offered. */
    ReadOnlyObjectProperty<@Nullable Draft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /** Name of the cohort to make or to add to. */
    StringProperty cohortProperty() {
        return cohort;
    }

    /** Whether nobody in the files is real. */
    BooleanProperty syntheticProperty() {
        return synthetic;
    }

    ReadOnlyObjectProperty<ViewState<ImportReport>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What is being done. */
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** From 0 to 1; negative while it is not known. */
    ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    boolean isRunning() {
        return state.get() instanceof ViewState.Running<ImportReport>;
    }

    /** Finds out what the files are; nothing is written. */
    void offer(List<Path> paths) {
        if (isRunning() || paths.isEmpty()) {
            return;
        }
        state.set(new ViewState.Idle<>());
        settled =
                jobs.io(
                                reading ->
                                        new Draft(
                                                paths,
                                                imports.previewing(paths, ImportRequest.AUTO)
                                                        .run(reading)
                                                        .format()),
                                Progress.NONE)
                        .whenCompleteAsync(this::offered, ui);
    }

    private void offered(@Nullable Draft found, @Nullable Throwable failure) {
        draft.set(found);
        if (found == null) {
            state.set(
                    ViewState.after(
                            failure == null ? new IllegalStateException("no format") : failure));
            return;
        }
        Path name = found.paths().getFirst().toAbsolutePath().normalize().getFileName();
        cohort.set(name == null ? "" : name.toString().replaceFirst("\\.[a-z]{2,5}$", ""));
        synthetic.set(found.format().equals("synthea"));
    }

    /** Brings what is offered into the store. */
    void start() {
        Draft offered = draft.get();
        if (offered == null || isRunning()) {
            return;
        }
        String name = cohort.get() == null ? "" : cohort.get().strip();
        if (name.isEmpty()) {
            state.set(new ViewState.Failed<>("Give the cohort a name first."));
            return;
        }
        message.set("Starting");
        fraction.set(-1);
        state.set(new ViewState.Running<>());
        JobProgress watched = new JobProgress(ui, this::show);
        progress = watched;
        ImportRequest request =
                new ImportRequest(name, offered.paths(), offered.format(), synthetic.get());
        settled = jobs.io(imports.importing(request), watched).whenCompleteAsync(this::end, ui);
    }

    private void show(JobProgress.Report report) {
        message.set(report.message());
        fraction.set(report.fraction());
    }

    private void end(@Nullable ImportReport report, @Nullable Throwable failure) {
        if (report != null) {
            message.set("");
            draft.set(null);
            state.set(new ViewState.Loaded<>(report));
            finished.accept(report);
            return;
        }
        state.set(ViewState.after(failure == null ? new IllegalStateException("no end") : failure));
        message.set(
                state.get() instanceof ViewState.Idle ? "Cancelled: nothing was imported." : "");
    }

    /** Asks the import to stop; it leaves nothing. Without one, what is offered is put away. */
    void cancel() {
        if (progress != null && isRunning()) {
            progress.cancel();
            message.set("Stopping: nothing will be kept");
        } else {
            draft.set(null);
            state.set(new ViewState.Idle<>());
            message.set("");
        }
    }

    /** Completes when what was asked for last is shown. */
    CompletableFuture<?> settled() {
        return settled;
    }
}
