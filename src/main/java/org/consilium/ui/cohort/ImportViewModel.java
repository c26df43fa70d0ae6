package org.consilium.ui.cohort;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.consilium.clinical.KnownPatients;
import org.consilium.importing.ImportException;
import org.consilium.importing.ImportPreview;
import org.consilium.importing.ImportReport;
import org.consilium.importing.ImportRequest;
import org.consilium.importing.ImportService;
import org.consilium.importing.mapping.ColumnMapping;
import org.consilium.job.Job;
import org.consilium.job.JobRunner;
import org.consilium.job.Progress;
import org.consilium.job.TimeLeft;
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
    private final ReadOnlyObjectWrapper<@Nullable Unmapped> unmapped =
            new ReadOnlyObjectWrapper<>();
    private final BooleanProperty replace = new SimpleBooleanProperty();
    private final StringProperty cohort = new SimpleStringProperty("");
    private final BooleanProperty synthetic = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<ViewState<ImportReport>> state =
            new ReadOnlyObjectWrapper<>(new ViewState.Idle<>());
    private final ReadOnlyBooleanWrapper checked = new ReadOnlyBooleanWrapper();
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
     * @param preview what they are and hold
     * @param mapping what their columns are, where a person had to say it
     */
    record Draft(List<Path> paths, ImportPreview preview, @Nullable ColumnMapping mapping) {}

    /** Files were brought of which nobody knows yet what their columns are, and why. */
    record Unmapped(List<Path> paths, String why) {}

    /** One of the two. */
    private record Offer(@Nullable Draft draft, @Nullable Unmapped unmapped) {}

    /** Null unless a person has to say what the columns are. */
    ReadOnlyObjectProperty<@Nullable Unmapped> unmappedProperty() {
        return unmapped.getReadOnlyProperty();
    }

    /** Whether patients whom the cohort has already are taken whole from the files. */
    BooleanProperty replaceProperty() {
        return replace;
    }

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

    /** Whether the report is of a check, with nothing written. */
    ReadOnlyBooleanProperty checkedProperty() {
        return checked.getReadOnlyProperty();
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
        look(paths, work -> looked(paths, work));
    }

    /** Goes on with files of which it is now known what their columns are. */
    void mapped(ColumnMapping mapping) {
        Unmapped waiting = unmapped.get();
        if (waiting == null || isRunning()) {
            return;
        }
        List<Path> paths = waiting.paths();
        look(
                paths,
                work ->
                        new Offer(
                                new Draft(
                                        paths,
                                        imports.previewing(paths, mapping).run(work),
                                        mapping),
                                null));
    }

    private void look(List<Path> paths, Job<Offer> work) {
        draft.set(null);
        unmapped.set(null);
        JobProgress watched = begin("Looking at the files");
        settled =
                jobs.io(work, watched)
                        .whenCompleteAsync((found, failure) -> offered(paths, found, failure), ui);
    }

    private Offer looked(List<Path> paths, Progress work) throws Exception {
        try {
            ImportPreview preview = imports.previewing(paths, ImportRequest.AUTO).run(work);
            return new Offer(new Draft(paths, preview, null), null);
        } catch (ImportException e) {
            try {
                imports.mappings().beginnings(paths, 1).run(work);
            } catch (ImportException noTable) {
                e.addSuppressed(noTable);
                throw e;
            }
            return new Offer(null, new Unmapped(paths, String.valueOf(e.getMessage())));
        }
    }

    private void offered(List<Path> paths, @Nullable Offer found, @Nullable Throwable failure) {
        message.set("");
        if (found == null) {
            state.set(
                    ViewState.after(
                            failure == null ? new IllegalStateException("no format") : failure));
            return;
        }
        state.set(new ViewState.Idle<>());
        unmapped.set(found.unmapped());
        draft.set(found.draft());
        Path name = paths.getFirst().toAbsolutePath().normalize().getFileName();
        cohort.set(name == null ? "" : name.toString().replaceFirst("\\.[a-z]{2,5}$", ""));
        Draft known = found.draft();
        synthetic.set(known != null && known.preview().format().equals("synthea"));
    }

    /** Reads all that is offered, without writing anything. */
    void check() {
        work(true);
    }

    /** Brings what is offered into the store. */
    void start() {
        work(false);
    }

    private void work(boolean checkOnly) {
        Draft offered = draft.get();
        if (offered == null || isRunning()) {
            return;
        }
        String name = cohort.get() == null ? "" : cohort.get().strip();
        if (name.isEmpty()) {
            state.set(new ViewState.Failed<>("Give the cohort a name first."));
            return;
        }
        JobProgress watched = begin("Starting");
        checked.set(checkOnly);
        ImportRequest request =
                new ImportRequest(
                        name,
                        offered.paths(),
                        offered.preview().format(),
                        synthetic.get(),
                        replace.get() ? KnownPatients.REPLACE : KnownPatients.UPDATE,
                        offered.mapping());
        settled =
                jobs.io(checkOnly ? imports.checking(request) : imports.importing(request), watched)
                        .whenCompleteAsync(this::end, ui);
    }

    private JobProgress begin(String words) {
        message.set(words);
        fraction.set(-1);
        state.set(new ViewState.Running<>());
        TimeLeft left = new TimeLeft(System::nanoTime);
        JobProgress watched = new JobProgress(ui, report -> show(report, left));
        progress = watched;
        return watched;
    }

    private void show(JobProgress.Report report, TimeLeft left) {
        String words = left.words(report.done(), report.total());
        message.set(words.isEmpty() ? report.message() : report.message() + " \u00b7 " + words);
        fraction.set(report.fraction());
    }

    private void end(@Nullable ImportReport report, @Nullable Throwable failure) {
        if (report != null) {
            message.set("");
            state.set(new ViewState.Loaded<>(report));
            if (!checked.get()) {
                draft.set(null);
                finished.accept(report);
            }
            return;
        }
        state.set(ViewState.after(failure == null ? new IllegalStateException("no end") : failure));
        message.set(
                state.get() instanceof ViewState.Idle ? "Cancelled: nothing was imported." : "");
    }

    /** Asks what is being done to stop; it leaves nothing. Else what is offered is put away. */
    void cancel() {
        if (progress != null && isRunning()) {
            progress.cancel();
            message.set("Stopping: nothing will be kept");
        } else {
            draft.set(null);
            unmapped.set(null);
            state.set(new ViewState.Idle<>());
            message.set("");
        }
    }

    /** Completes when what was asked for last is shown. */
    CompletableFuture<?> settled() {
        return settled;
    }
}
