package org.consilium.ui.quality;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.consilium.clinical.Cohort;
import org.consilium.job.Job;
import org.consilium.job.JobRunner;
import org.consilium.job.Progress;
import org.consilium.quality.QualityReport;
import org.consilium.quality.QualityService;
import org.consilium.quality.export.QualityFiles;
import org.consilium.ui.common.JobProgress;
import org.consilium.ui.common.PatientSelection;
import org.consilium.ui.common.ViewState;
import org.jspecify.annotations.Nullable;

/** The quality report of one cohort: the last one, or a new one in the making. UI thread only. */
final class QualityViewModel {
    private final QualityService service;
    private final JobRunner jobs;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<ViewState<QualityReport>> state =
            new ReadOnlyObjectWrapper<>(new ViewState.Idle<>());
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
    private Cohort cohort;
    private @Nullable QualityReport report;
    private @Nullable JobProgress progress;
    private CompletableFuture<?> settled = CompletableFuture.completedFuture(null);

    /**
     * @param ui runs what changes properties
     */
    QualityViewModel(QualityService service, JobRunner jobs, Executor ui, Cohort cohort) {
        this.service = service;
        this.jobs = jobs;
        this.ui = ui;
        this.cohort = cohort;
    }

    ReadOnlyObjectProperty<ViewState<QualityReport>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What is being done. */
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** What was done last: where a file was written, or that nothing came of it. */
    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** From 0 to 1; negative while it is not known. */
    ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    private boolean isRunning() {
        return state.get() instanceof ViewState.Running<QualityReport>;
    }

    /**
     * Shows the last report of the cohort; makes one where there is none, or where something was
     * imported since.
     *
     * @param now the cohort as it is now
     */
    void open(Cohort now) {
        if (isRunning()) {
            return;
        }
        cohort = now;
        if (report != null && isCurrent(report)) {
            return;
        }
        state.set(new ViewState.Running<>());
        message.set("Looking for the last report");
        fraction.set(-1);
        settled =
                jobs.io(reading -> service.latest(now), Progress.NONE)
                        .whenCompleteAsync(this::opened, ui);
    }

    private void opened(@Nullable Optional<QualityReport> last, @Nullable Throwable failure) {
        if (last == null) {
            failed(failure);
        } else if (last.isPresent() && isCurrent(last.get())) {
            show(last.get());
        } else {
            start();
        }
    }

    private boolean isCurrent(QualityReport made) {
        return made.imported().equals(cohort.importedAt());
    }

    /** Makes a report, also where there is one. */
    void assess() {
        if (!isRunning()) {
            start();
        }
    }

    private void start() {
        state.set(new ViewState.Running<>());
        notice.set("");
        message.set("Starting");
        fraction.set(-1);
        JobProgress watched =
                new JobProgress(
                        ui,
                        told -> {
                            message.set(told.message());
                            fraction.set(told.fraction());
                        });
        progress = watched;
        settled =
                jobs.io(service.assessing(cohort.name()), watched).whenCompleteAsync(this::end, ui);
    }

    private void end(@Nullable QualityReport made, @Nullable Throwable failure) {
        progress = null;
        if (made == null) {
            failed(failure);
        } else {
            show(made);
        }
    }

    private void show(QualityReport made) {
        report = made;
        message.set("");
        state.set(new ViewState.Loaded<>(made));
    }

    /** After a cancellation what was shown before is shown again. */
    private void failed(@Nullable Throwable failure) {
        message.set("");
        ViewState<QualityReport> after =
                ViewState.after(failure == null ? new IllegalStateException("no end") : failure);
        if (after instanceof ViewState.Idle<QualityReport>) {
            notice.set("Cancelled: no report was made.");
            state.set(report == null ? after : new ViewState.Loaded<>(report));
        } else {
            state.set(after);
        }
    }

    /** Asks the report in the making to stop. */
    void cancel() {
        if (progress != null) {
            progress.cancel();
            message.set("Stopping");
        }
    }

    /** Writes what is shown, without anybody's identifier. */
    void saveJson(Path file) {
        save(file, shown -> QualityFiles.json(shown.anonymous(), file));
    }

    /** Writes what is shown. */
    void savePdf(Path file) {
        save(file, shown -> QualityFiles.pdf(shown, file));
    }

    private void save(Path file, Writing writing) {
        if (!(state.get() instanceof ViewState.Loaded<QualityReport>(QualityReport shown))) {
            return;
        }
        Job<Path> job =
                work -> {
                    writing.write(shown);
                    return file;
                };
        settled =
                jobs.io(job, Progress.NONE)
                        .whenCompleteAsync(
                                (written, failure) ->
                                        notice.set(
                                                failure == null
                                                        ? "Written to " + file.getFileName() + "."
                                                        : ViewState.sentence(failure)),
                                ui);
    }

    private interface Writing {
        void write(QualityReport shown) throws Exception;
    }

    /** Whom a bar opens. */
    static PatientSelection selection(QualityBar bar) {
        int shown = bar.patients().ids().size();
        String words =
                bar.patients().count() > shown
                        ? "%s (the first %,d)".formatted(bar.selection(), shown)
                        : bar.selection();
        return new PatientSelection(words, Set.copyOf(bar.patients().ids()));
    }

    /** Completes when what was asked for last is shown. */
    CompletableFuture<?> settled() {
        return settled;
    }
}
