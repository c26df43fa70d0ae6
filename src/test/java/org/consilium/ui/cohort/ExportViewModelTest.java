package org.consilium.ui.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.consilium.export.ExportReport;
import org.consilium.ui.DeferredJobRunner;
import org.consilium.ui.SampleStore;
import org.consilium.ui.common.ViewState;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportViewModelTest {
    @TempDir private Path folder = Path.of("unset");

    @AutoClose private final SampleStore store = new SampleStore();
    private final DeferredJobRunner jobs = new DeferredJobRunner();
    private final ExportViewModel model = new ExportViewModel(store.exports(), jobs, Runnable::run);

    private ExportReport export() {
        model.offer(store.cohort());
        model.start(folder);
        jobs.run(0);
        assertThat(model.stateProperty().get()).isInstanceOf(ViewState.Loaded.class);
        return ((ViewState.Loaded<ExportReport>) model.stateProperty().get()).value();
    }

    @Test
    void theFolderIsNamedAfterTheCohortAndTheFormat() {
        ExportReport report = export();
        assertThat(report.folder()).isEqualTo(folder.resolve("riverside-practice-events"));
        assertThat(report.folder().resolve("patients.csv")).isNotEmptyFile();
        assertThat(report.synthetic()).isTrue();
        assertThat(model.cohortProperty().get()).isNull();
        assertThat(model.messageProperty().get()).isEmpty();
    }

    @Test
    void anEarlierExportIsNeverTouched() {
        export();
        assertThat(export().folder()).isEqualTo(folder.resolve("riverside-practice-events-2"));
    }

    @Test
    void theFormatAndCompressionAreThePersonsChoice() {
        model.formatProperty().set(model.formats().getLast());
        model.gzipProperty().set(true);
        ExportReport report = export();
        assertThat(report.folder()).isEqualTo(folder.resolve("riverside-practice-fhir-ndjson"));
        assertThat(report.folder().resolve("Patient.ndjson.gz")).isNotEmptyFile();
    }

    @Test
    void nothingIsWrittenBeforeAFolderIsChosen() {
        model.offer(store.cohort());
        assertThat(jobs.waiting()).isZero();
        assertThat(model.cohortProperty().get()).isEqualTo(store.cohort());
        model.cancel();
        assertThat(model.cohortProperty().get()).isNull();
        model.start(folder);
        assertThat(jobs.waiting()).isZero();
    }

    @Test
    void cancelledItLeavesNothing() {
        model.offer(store.cohort());
        model.start(folder);
        assertThat(model.isRunning()).isTrue();
        model.cancel();
        assertThat(model.messageProperty().get()).isEqualTo("Stopping: nothing will be kept");
        jobs.run(0);
        assertThat(model.stateProperty().get()).isInstanceOf(ViewState.Idle.class);
        assertThat(model.messageProperty().get()).isEqualTo("Cancelled: nothing was exported.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatGoesWrongIsSaidInASentence() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        model.offer(store.cohort());
        model.start(file);
        jobs.run(0);
        assertThat(model.stateProperty().get())
                .isEqualTo(
                        new ViewState.Failed<>(
                                file + " can't be written to: choose another folder."));
        assertThat(model.cohortProperty().get()).isNotNull();
    }
}
