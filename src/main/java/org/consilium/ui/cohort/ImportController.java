package org.consilium.ui.cohort;

import java.io.File;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.consilium.importing.ImportReport;
import org.consilium.job.JobRunner;
import org.consilium.job.Progress;
import org.consilium.ui.common.Counted;
import org.consilium.ui.common.ViewState;
import org.consilium.ui.common.Views;
import org.consilium.ui.mapping.MappingViewModel;
import org.jspecify.annotations.Nullable;

/** Binds the import to its view model: what is offered, how far it is, what became of it. */
final class ImportController {
    private static final int NAMED = 3;

    private final ImportViewModel model;
    private final MappingViewModel mapping;
    private final Parent mappingStep;
    private final JobRunner jobs;

    @FXML private VBox root;
    @FXML private VBox unmapped;
    @FXML private Label why;
    @FXML private StackPane mappingSlot;
    @FXML private CheckBox replace;
    @FXML private VBox offer;
    @FXML private Label found;
    @FXML private Label files;
    @FXML private Label counts;
    @FXML private PreviewTable patients;
    @FXML private TextField cohort;
    @FXML private CheckBox synthetic;
    @FXML private HBox running;
    @FXML private ProgressBar progress;
    @FXML private Label message;
    @FXML private Button stop;
    @FXML private Label failure;
    @FXML private VBox report;
    @FXML private Label reportTitle;
    @FXML private Label taken;
    @FXML private Label unused;
    @FXML private Label meaning;
    @FXML private IssueTable issues;
    @FXML private Button export;
    @FXML private Label exported;

    ImportController(
            ImportViewModel model, MappingViewModel mapping, Parent mappingStep, JobRunner jobs) {
        this.model = model;
        this.mapping = mapping;
        this.mappingStep = mappingStep;
        this.jobs = jobs;
    }

    @FXML
    private void initialize() {
        cohort.textProperty().bindBidirectional(model.cohortProperty());
        synthetic.selectedProperty().bindBidirectional(model.syntheticProperty());
        message.textProperty().bind(model.messageProperty());
        progress.progressProperty().bind(model.fractionProperty());
        mappingSlot.getChildren().add(mappingStep);
        replace.selectedProperty().bindBidirectional(model.replaceProperty());
        model.unmappedProperty().addListener((observed, before, now) -> map(now));
        model.draftProperty().addListener((observed, before, now) -> show());
        model.stateProperty().addListener((observed, before, now) -> show());
        message.textProperty().addListener((observed, before, now) -> show());
        show();
    }

    private void map(ImportViewModel.@Nullable Unmapped files) {
        if (files != null) {
            why.setText(files.why());
            mapping.open(files.paths());
        }
        show();
    }

    @FXML
    private void checking() {
        model.check();
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
            files.setText(PreviewWords.files(draft.preview()));
            counts.setText(PreviewWords.counts(draft.preview()));
            patients.show(draft.preview().patients());
        }
        visible(unmapped, model.unmappedProperty().get() != null);
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
                draft != null
                        || unmapped.isVisible()
                        || running.isVisible()
                        || failure.isVisible()
                        || report.isVisible());
    }

    private static String words(ImportViewModel.Draft draft) {
        String names =
                draft.paths().stream()
                        .limit(NAMED)
                        .map(path -> String.valueOf(path.getFileName()))
                        .collect(Collectors.joining(", "));
        int more = draft.paths().size() - NAMED;
        return more > 0 ? "%s and %,d more".formatted(names, more) : names;
    }

    private void show(ImportReport done) {
        boolean checkOnly = model.checkedProperty().get();
        reportTitle.setText(checkOnly ? "Checked: nothing was written" : "Imported");
        taken.setText(
                (checkOnly
                                ? "%s with %s and %s would be taken into %s (read in %.1f s). %s Rows or resources rejected: %,d."
                                : "%s with %s and %s are now in %s (read in %.1f s). %s Rows or resources rejected: %,d.")
                        .formatted(
                                Counted.of(done.patients(), "patient"),
                                Counted.of(done.encounters(), "visit"),
                                Counted.of(done.events(), "event"),
                                done.cohort(),
                                done.seconds(),
                                ChangeWords.of(done.changes()),
                                done.rejected()));
        unused.setText(PreviewWords.unused(done));
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
