package org.consilium.ui.tuning;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.consilium.tuning.Estimate;
import org.consilium.tuning.EvaluationReport;
import org.consilium.tuning.Metric;
import org.consilium.tuning.MetricRow;
import org.consilium.ui.common.ViewState;

/** Binds the making of a base model to its view model. */
final class PreTrainController {
    private final PreTrainViewModel model;

    @FXML private TextField name;
    @FXML private Button start;
    @FXML private HBox running;
    @FXML private ProgressBar progress;
    @FXML private Label message;
    @FXML private Button cancel;
    @FXML private Label failure;
    @FXML private VBox result;
    @FXML private Label split;
    @FXML private GridPane rows;
    @FXML private Label notes;

    PreTrainController(PreTrainViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        name.textProperty().bindBidirectional(model.nameProperty());
        progress.progressProperty().bind(model.fractionProperty());
        message.textProperty().bind(model.messageProperty());
        start.setOnAction(event -> model.start());
        name.setOnAction(event -> model.start());
        cancel.setOnAction(event -> model.cancel());
        model.stateProperty().addListener((observed, before, now) -> show(now));
        message.textProperty()
                .addListener((observed, before, now) -> show(model.stateProperty().get()));
        show(model.stateProperty().get());
    }

    private void show(ViewState<PreTrainViewModel.Made> state) {
        boolean busy = model.isRunning();
        name.setDisable(busy);
        start.setDisable(busy);
        visible(running, busy || !message.getText().isEmpty());
        visible(progress, busy);
        visible(cancel, busy);
        failure.setText(
                state instanceof ViewState.Failed<PreTrainViewModel.Made>(String why) ? why : "");
        visible(failure, !failure.getText().isEmpty());
        visible(result, state instanceof ViewState.Loaded<PreTrainViewModel.Made>);
        if (state instanceof ViewState.Loaded<PreTrainViewModel.Made>(var made)) {
            show(made.report());
        }
    }

    private void show(EvaluationReport report) {
        split.setText("NDCG@10 of clinical items, split " + report.split() + ".");
        rows.getChildren().clear();
        List<MetricRow> overall =
                report.rows().stream()
                        .filter(row -> row.clinicalItemsOnly() && row.kind() == null)
                        .toList();
        for (int i = 0; i < overall.size(); i++) {
            Estimate ndcg = overall.get(i).metrics().get(Metric.NDCG_10);
            String own = i == 0 ? "comparison-after" : "comparison-number";
            rows.add(cell(overall.get(i).model(), own), 0, i);
            rows.add(cell(Comparison.mean(ndcg), own), 1, i);
            rows.add(cell(Comparison.interval(ndcg), "quiet"), 2, i);
            rows.add(cell("%,d visits".formatted(overall.get(i).visits()), "quiet"), 3, i);
        }
        notes.setText(String.join(" ", report.notes()));
        visible(notes, !notes.getText().isEmpty());
    }

    private static Label cell(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        return label;
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
