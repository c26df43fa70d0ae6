package org.consilium.ui.cohort;

import java.io.File;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.consilium.importing.ImportReport;
import org.consilium.job.JobRunner;
import org.consilium.job.Progress;
import org.consilium.ui.common.Counted;
import org.consilium.ui.common.ViewState;
import org.consilium.ui.common.Views;

/** Binds the import to its view model: what is offered, how far it is, what became of it. */
final class ImportController {
    private static final int NAMED = 3;

    private final ImportViewModel model;
    private final JobRunner jobs;

    @FXML private VBox root;
    @FXML private VBox offer;
    @FXML private Label found;
    @FXML private TextField cohort;
    @FXML private CheckBox synthetic;
    @FXML private HBox running;
    @FXML private ProgressBar progress;
    @FXML private Label message;
    @FXML private Button stop;
    @FXML private Label failure;
    @FXML private VBox report;
    @FXML private Label taken;
    @FXML private Label unused;
    @FXML private Label meaning;
    @FXML private IssueTable issues;
    @FXML private Button export;
    @FXML private Label exported;

    ImportController(ImportViewModel model, JobRunner jobs) {
        this.model = model;
        this.jobs = jobs;
    }

    @FXML
    private void initialize() {
        cohort.textProperty().bindBidirectional(model.cohortProperty());
        synthetic.selectedProperty().bindBidirectional(model.syntheticProperty());
        message.textProperty().bind(model.messageProperty());
        progress.progressProperty().bind(model.fractionProperty());
        model.draftProperty().addListener((observed, before, now) -> show());
        model.stateProperty().addListener((observed, before, now) -> show());
        message.textProperty().addListener((observed, before, now) -> show());
        show();
    }

    @FXML
    private void starting() {
        model.start();
    }

    @FXML
    private void cancelling() {
        model.cancel();
    }

    private void show() {
        ViewState<ImportReport> state = model.stateProperty().get();
        ImportViewModel.Draft draft = model.draftProperty().get();
        boolean busy = model.isRunning();
        if (draft != null) {
            found.setText(words(draft));
        }
        visible(offer, draft != null);
        offer.setDisable(busy);
        visible(running, busy || !message.getText().isEmpty());
        visible(progress, busy);
        visible(stop, busy);
        failure.setText(
                state instanceof ViewState.Failed<ImportReport>(String sentence) ? sentence : "");
        visible(failure, !failure.getText().isEmpty());
        visible(report, state instanceof ViewState.Loaded<ImportReport>);
        if (state instanceof ViewState.Loaded<ImportReport>(ImportReport done)) {
            show(done);
        }
        visible(
                root,
                draft != null || running.isVisible() || failure.isVisible() || report.isVisible());
    }

    private static String words(ImportViewModel.Draft draft) {
        String names =
                draft.paths().stream()
                        .limit(NAMED)
                        .map(path -> String.valueOf(path.getFileName()))
                        .collect(Collectors.joining(", "));
        int more = draft.paths().size() - NAMED;
        return "%s%s \u00b7 read as %s"
                .formatted(names, more > 0 ? " and %,d more".formatted(more) : "", draft.format());
    }

    private void show(ImportReport done) {
        taken.setText(
                "%s with %s and %s are now in %s (read in %.1f s). %s Rows or resources rejected: %,d."
                        .formatted(
                                Counted.of(done.patients(), "patient"),
                                Counted.of(done.encounters(), "visit"),
                                Counted.of(done.events(), "event"),
                                done.cohort(),
                                done.seconds(),
                                ChangeWords.of(done.changes()),
                                done.rejected()));
        unused.setText(
                done.skipped().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> "%s (%,d)".formatted(each.getKey(), each.getValue()))
                        .collect(Collectors.joining(", ", "Not used: ", ".")));
        visible(unused, !done.skipped().isEmpty());
        meaning.setText(String.join(" ", done.meaning().sentences()));
        visible(meaning, !meaning.getText().isEmpty());
        issues.show(done);
        export.setDisable(done.issues().isEmpty());
        exported.setText("");
    }

    @FXML
    private void exporting() {
        if (!(model.stateProperty().get() instanceof ViewState.Loaded<ImportReport>(var done))) {
            return;
        }
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName("import-issues.csv");
        File file = chooser.showSaveDialog(root.getScene().getWindow());
        if (file != null) {
            var _ =
                    jobs.io(
                                    work -> {
                                        IssueFile.write(done.issues(), file.toPath());
                                        return file.getName();
                                    },
                                    Progress.NONE)
                            .whenCompleteAsync(
                                    (name, wrong) ->
                                            exported.setText(
                                                    wrong == null
                                                            ? "Written to " + name + "."
                                                            : ViewState.sentence(wrong)),
                                    Views::onUi);
        }
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
