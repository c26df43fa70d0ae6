package org.consilium.ui.cohort;

import java.io.File;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.consilium.clinical.Cohort;
import org.consilium.export.ExportReport;
import org.consilium.ui.common.Counted;
import org.consilium.ui.common.ViewState;

/** Binds the export of a cohort to its view model. */
final class ExportController {
    private final ExportViewModel model;

    @FXML private VBox root;
    @FXML private VBox offer;
    @FXML private Label title;
    @FXML private ComboBox<ExportViewModel.Choice> format;
    @FXML private CheckBox gzip;
    @FXML private HBox running;
    @FXML private ProgressBar progress;
    @FXML private Label message;
    @FXML private Button stop;
    @FXML private Label failure;
    @FXML private VBox report;
    @FXML private Label written;
    @FXML private Label lost;

    ExportController(ExportViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        format.getItems().setAll(model.formats());
        format.valueProperty().bindBidirectional(model.formatProperty());
        gzip.selectedProperty().bindBidirectional(model.gzipProperty());
        message.textProperty().bind(model.messageProperty());
        progress.progressProperty().bind(model.fractionProperty());
        model.cohortProperty().addListener((observed, before, now) -> show());
        model.stateProperty().addListener((observed, before, now) -> show());
        message.textProperty().addListener((observed, before, now) -> show());
        show();
    }

    @FXML
    private void choosing() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Where the export's folder is to be made");
        File folder = chooser.showDialog(root.getScene().getWindow());
        if (folder != null) {
            model.start(folder.toPath());
        }
    }

    @FXML
    private void cancelling() {
        model.cancel();
    }

    private void show() {
        ViewState<ExportReport> state = model.stateProperty().get();
        Cohort cohort = model.cohortProperty().get();
        boolean busy = model.isRunning();
        title.setText(cohort == null ? "" : "Export " + cohort.name());
        visible(offer, cohort != null && !busy);
        visible(running, busy || !message.getText().isEmpty());
        visible(progress, busy);
        visible(stop, busy);
        failure.setText(
                state instanceof ViewState.Failed<ExportReport>(String sentence) ? sentence : "");
        visible(failure, !failure.getText().isEmpty());
        visible(report, state instanceof ViewState.Loaded<ExportReport>);
        if (state instanceof ViewState.Loaded<ExportReport>(ExportReport done)) {
            show(done);
        }
        visible(
                root,
                offer.isVisible()
                        || running.isVisible()
                        || failure.isVisible()
                        || report.isVisible());
    }

    private void show(ExportReport done) {
        written.setText(
                "Written to %s: %s, %s and %s of %s%s, in %.1f s. The files are not encrypted."
                        .formatted(
                                done.folder(),
                                Counted.of(done.patients(), "patient"),
                                Counted.of(done.encounters(), "visit"),
                                Counted.of(done.events(), "event"),
                                done.cohort(),
                                done.synthetic() ? " (synthetic)" : "",
                                done.seconds()));
        lost.setText(
                done.losses().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> "%,d %s".formatted(each.getValue(), each.getKey()))
                        .collect(
                                Collectors.joining(
                                        "; ", "What the format has no place for: ", ".")));
        visible(lost, !done.losses().isEmpty());
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
