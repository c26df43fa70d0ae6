package org.consilium.ui.cohort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.consilium.clinical.Cohort;
import org.consilium.export.ExportFormat;
import org.consilium.export.ExportReport;
import org.consilium.export.ExportRequest;
import org.consilium.export.ExportRequest.Compression;
import org.consilium.export.ExportRequest.Existing;
import org.consilium.export.ExportRequest.Packing;
import org.consilium.export.ExportService;
import org.consilium.job.Job;
import org.consilium.job.JobRunner;
import org.consilium.ui.common.JobProgress;
import org.consilium.ui.common.ViewState;
import org.jspecify.annotations.Nullable;

/** One export: of which cohort, in which format, how far it is, where it went. UI thread only. */
final class ExportViewModel {
    private static final int MOST_NAMES = 10_000;

    private final ExportService exports;
    private final JobRunner jobs;
    private final Executor ui;
    private final List<Choice> formats;
    private final ObjectProperty<Choice> format;
    private final BooleanProperty gzip = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable Cohort> cohort = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ViewState<ExportReport>> state =
            new ReadOnlyObjectWrapper<>(new ViewState.Idle<>());
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
    private @Nullable JobProgress progress;
    private CompletableFuture<?> settled = CompletableFuture.completedFuture(null);

    /** A format as a list shows it. */
    record Choice(String name, String label) {
        @Override
        public String toString() {
            return label;
        }
    }

    /**
     * @param ui runs what changes properties
     */
    ExportViewModel(ExportService exports, JobRunner jobs, Executor ui) {
        this.exports = exports;
        this.jobs = jobs;
        this.ui = ui;
        formats = exports.formats().stream().map(ExportViewModel::choice).toList();
        format = new SimpleObjectProperty<>(formats.getFirst());
    }

    private static Choice choice(ExportFormat format) {
        return new Choice(format.name(), format.label());
    }

    List<Choice> formats() {
        return formats;
    }

    ObjectProperty<Choice> formatProperty() {
        return format;
    }

    /** Whether each file is compressed. */
    BooleanProperty gzipProperty() {
        return gzip;
    }

    /** What would be exported; null while nothing is. */
    ReadOnlyObjectProperty<@Nullable Cohort> cohortProperty() {
        return cohort.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ViewState<ExportReport>> stateProperty() {
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
        return state.get() instanceof ViewState.Running<ExportReport>;
    }

    /** Asks how a cohort is to be exported; nothing is written. */
    void offer(Cohort wanted) {
        if (!isRunning()) {
            message.set("");
            state.set(new ViewState.Idle<>());
            cohort.set(wanted);
        }
    }

    /**
     * Exports to a new folder, named after the cohort and the format.
     *
     * @param parent in which it is made
     */
    void start(Path parent) {
        Cohort wanted = cohort.get();
        if (wanted == null || isRunning()) {
            return;
        }
        message.set("Starting");
        fraction.set(-1);
        state.set(new ViewState.Running<>());
        JobProgress watched = new JobProgress(ui, this::show);
        progress = watched;
        String name = wanted.name();
        String chosen = format.get().name();
        Compression compression = gzip.get() ? Compression.GZIP : Compression.NONE;
        Job<ExportReport> job =
                running ->
                        exports.exporting(
                                        new ExportRequest(
                                                name,
                                                Set.of(),
                                                chosen,
                                                free(parent, name, chosen),
                                                new Packing(compression, Existing.KEEP)))
                                .run(running);
        settled = jobs.io(job, watched).whenCompleteAsync(this::end, ui);
    }

    /** A name in that folder that nothing has yet. */
    private static Path free(Path parent, String cohort, String format) {
        String plain = cohort.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        String name = (plain + "-" + format).replaceFirst("^-+", "").replaceAll("-+", "-");
        Path path = parent.resolve(name);
        for (int i = 2; i < MOST_NAMES && Files.exists(path); i++) {
            path = parent.resolve(name + "-" + i);
        }
        return path;
    }

    private void show(JobProgress.Report report) {
        message.set(report.message());
        fraction.set(report.fraction());
    }

    private void end(@Nullable ExportReport report, @Nullable Throwable failure) {
        message.set("");
        if (report != null) {
            cohort.set(null);
            state.set(new ViewState.Loaded<>(report));
            return;
        }
        state.set(ViewState.after(failure == null ? new IllegalStateException("no end") : failure));
        if (state.get() instanceof ViewState.Idle) {
            message.set("Cancelled: nothing was exported.");
        }
    }

    /** Asks the export to stop; it leaves nothing. Without one, what is shown is put away. */
    void cancel() {
        if (progress != null && isRunning()) {
            progress.cancel();
            message.set("Stopping: nothing will be kept");
        } else {
            cohort.set(null);
            state.set(new ViewState.Idle<>());
            message.set("");
        }
    }

    /** Completes when what was asked for last is shown. */
    CompletableFuture<?> settled() {
        return settled;
    }
}
