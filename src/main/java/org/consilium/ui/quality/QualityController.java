package org.consilium.ui.quality;

import java.io.File;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.consilium.quality.QualityReport;
import org.consilium.ui.common.Counted;
import org.consilium.ui.common.PatientSelection;
import org.consilium.ui.common.PatientWords;
import org.consilium.ui.common.ViewState;
import org.jspecify.annotations.Nullable;

/** Binds the report to its view model. */
final class QualityController {
    private final QualityViewModel model;
    private final Consumer<PatientSelection> open;

    @FXML private VBox screen;
    @FXML private Label size;
    @FXML private Label notice;
    @FXML private Button again;
    @FXML private Button json;
    @FXML private Button pdf;
    @FXML private HBox running;
    @FXML private ProgressBar progress;
    @FXML private Label message;
    @FXML private Label failure;
    @FXML private Label empty;
    @FXML private ScrollPane scroll;

    /**
     * @param open shows patients in the worklist
     */
    QualityController(QualityViewModel model, Consumer<PatientSelection> open) {
        this.model = model;
        this.open = open;
    }

    @FXML
    private void initialize() {
        message.textProperty().bind(model.messageProperty());
        notice.textProperty().bind(model.noticeProperty());
        progress.progressProperty().bind(model.fractionProperty());
        model.stateProperty().addListener((observed, before, now) -> show(now));
        show(model.stateProperty().get());
    }

    private void show(ViewState<QualityReport> state) {
        boolean busy = state instanceof ViewState.Running<QualityReport>;
        visible(running, busy);
        again.setDisable(busy);
        failure.setText(
                state instanceof ViewState.Failed<QualityReport>(String sentence) ? sentence : "");
        visible(failure, !failure.getText().isEmpty());
        visible(empty, state instanceof ViewState.Idle<QualityReport>);
        boolean loaded = state instanceof ViewState.Loaded<QualityReport>;
        json.setDisable(!loaded);
        pdf.setDisable(!loaded);
        visible(scroll, loaded);
        size.setText("");
        if (state instanceof ViewState.Loaded<QualityReport>(QualityReport report)) {
            size.setText(words(report));
            scroll.setContent(
                    new QualityPane(report, bar -> open.accept(QualityViewModel.selection(bar))));
        }
    }

    private static String words(QualityReport report) {
        return "%s \u00b7 %s \u00b7 %s \u00b7 looked at %s"
                .formatted(
                        Counted.of(report.patients(), "patient"),
                        Counted.of(report.visits(), "visit"),
                        Counted.of(report.events(), "event"),
                        PatientWords.date(
                                LocalDate.ofInstant(report.computed(), ZoneId.systemDefault())));
    }

    @FXML
    private void assess() {
        model.assess();
    }

    @FXML
    private void cancel() {
        model.cancel();
    }

    @FXML
    private void saveJson() {
        File file = chosen("data-quality.json");
        if (file != null) {
            model.saveJson(file.toPath());
        }
    }

    @FXML
    private void savePdf() {
        File file = chosen("data-quality.pdf");
        if (file != null) {
            model.savePdf(file.toPath());
        }
    }

    private @Nullable File chosen(String name) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(name);
        return chooser.showSaveDialog(screen.getScene().getWindow());
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
