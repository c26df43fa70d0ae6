package org.consilium.ui.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.ImportPreview;
import org.consilium.importing.ImportReport;
import org.consilium.ui.DeferredJobRunner;
import org.consilium.ui.SampleStore;
import org.consilium.ui.common.ViewState;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportViewModelTest {
    @TempDir private Path folder = Path.of("unset");

    @AutoClose private final SampleStore store = new SampleStore();
    private final DeferredJobRunner jobs = new DeferredJobRunner();
    private final List<ImportReport> finished = new ArrayList<>();
    private final ImportViewModel model =
            new ImportViewModel(store.imports(), jobs, Runnable::run, finished::add);

    private void offer(Path path) {
        model.offer(List.of(path));
        jobs.run(0);
    }

    @Test
    void saysWhatTheFilesAreBeforeAnythingIsWritten() throws Exception {
        Path export = SyntheaFolder.write(folder.resolve("riverside"));
        offer(export);
        ImportPreview preview = Objects.requireNonNull(model.draftProperty().get()).preview();
        assertThat(preview.format()).isEqualTo("synthea");
        assertThat(preview.patients()).hasSize(3);
        assertThat(PreviewWords.counts(preview))
                .isEqualTo("3 patients, 2 visits and 1 event; 1 row rejected.");
        assertThat(PreviewWords.files(preview))
                .startsWith("Read as Synthea CSV: 4 files, ")
                .endsWith(", UTF-8.");
        assertThat(model.cohortProperty().get()).isEqualTo("riverside");
        assertThat(model.syntheticProperty().get()).isTrue();
        assertThat(store.cohorts().list()).hasSize(1);
    }

    @Test
    void aCheckReadsAllAndWritesNothing() throws Exception {
        offer(SyntheaFolder.write(folder.resolve("riverside")));
        model.check();
        jobs.run(0);
        assertThat(model.checkedProperty().get()).isTrue();
        assertThat(model.stateProperty().get())
                .isInstanceOfSatisfying(
                        ViewState.Loaded.class,
                        loaded ->
                                assertThat(((ImportReport) loaded.value()).rejected())
                                        .isEqualTo(1));
        assertThat(store.cohorts().list()).hasSize(1);
        assertThat(finished).isEmpty();
        model.start();
        jobs.run(0);
        assertThat(model.checkedProperty().get()).isFalse();
        assertThat(store.cohorts().list()).hasSize(2);
    }

    @Test
    void theReportNamesWhatWasRejected() throws Exception {
        offer(SyntheaFolder.write(folder.resolve("riverside")));
        model.cohortProperty().set(" Riverside clinic ");
        model.start();
        assertThat(model.isRunning()).isTrue();
        jobs.run(0);
        ImportReport report = finished.getFirst();
        assertThat(model.stateProperty().get()).isEqualTo(new ViewState.Loaded<>(report));
        assertThat(report.cohort()).isEqualTo("Riverside clinic");
        assertThat(report.patients()).isEqualTo(3);
        assertThat(report.skipped()).containsEntry("payers.csv", 1L);
        assertThat(report.issues().getFirst().file()).isEqualTo("medications.csv");
        assertThat(report.issues().getFirst().line()).isEqualTo(3);
        assertThat(store.cohorts().byName("Riverside clinic").patients()).isEqualTo(3);
    }

    @Test
    void whatIsNoRecordIsSaidToBeNone() throws Exception {
        offer(folder.resolve("nowhere"));
        assertThat(model.stateProperty().get())
                .isEqualTo(
                        new ViewState.Failed<>(
                                "There is no file or folder " + folder.resolve("nowhere") + "."));
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear all");
        offer(letter);
        assertThat(model.stateProperty().get()).isInstanceOf(ViewState.Failed.class);
        assertThat(model.draftProperty().get()).isNull();
    }

    @Test
    void cancelledItLeavesNothing() throws Exception {
        offer(SyntheaFolder.write(folder.resolve("riverside")));
        model.start();
        model.cancel();
        jobs.run(0);
        assertThat(model.stateProperty().get()).isInstanceOf(ViewState.Idle.class);
        assertThat(model.messageProperty().get()).isEqualTo("Cancelled: nothing was imported.");
        assertThat(store.cohorts().list()).hasSize(1);
        assertThat(model.draftProperty().get()).isNotNull();
        model.cancel();
        assertThat(model.draftProperty().get()).isNull();
        assertThat(model.messageProperty().get()).isEmpty();
    }

    @Test
    void aCohortNeedsAName() throws Exception {
        offer(SyntheaFolder.write(folder.resolve("riverside")));
        model.cohortProperty().set(" ");
        model.start();
        assertThat(jobs.waiting()).isZero();
        assertThat(model.stateProperty().get()).isInstanceOf(ViewState.Failed.class);
    }

    @Test
    void cellsThatASpreadsheetWouldRunAreQuoted() throws Exception {
        Path file = folder.resolve("issues.csv");
        IssueFile.write(
                List.of(new ImportIssue("=cmd.csv", 3L, null, "@field", "The cell is empty.")),
                file);
        assertThat(file)
                .content()
                .contains("file,line,resource,field,reason")
                .contains("'=cmd.csv,3,,'@field,The cell is empty.");
    }
}
