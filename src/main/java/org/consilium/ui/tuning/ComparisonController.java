package org.consilium.ui.tuning;

import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.consilium.tuning.EvaluationReport;
import org.consilium.tuning.FineTuneRun;
import org.consilium.tuning.Metric;
import org.jspecify.annotations.Nullable;

/** Shows what a run changed. */
final class ComparisonController {
    private final ModelsViewModel models;

    @FXML private VBox content;
    @FXML private Label empty;
    @FXML private ToggleButton clinical;
    @FXML private ToggleButton all;
    @FXML private ComboBox<Metric> metric;
    @FXML private ComparisonTable table;
    @FXML private WaysTable ways;
    @FXML private QualityPlots plots;
    @FXML private Label notes;

    ComparisonController(ModelsViewModel models) {
        this.models = models;
    }

    @FXML
    private void initialize() {
        metric.setConverter(new MetricNames());
        metric.getItems().setAll(Metric.values());
        metric.setValue(Metric.NDCG_10);
        metric.setOnAction(event -> show());
        clinical.setOnAction(event -> choose(true));
        all.setOnAction(event -> choose(false));
        models.detailsProperty().addListener((observed, before, now) -> show());
        show();
    }

    private void choose(boolean clinicalOnly) {
        clinical.setSelected(clinicalOnly);
        all.setSelected(!clinicalOnly);
        show();
    }

    private void show() {
        ModelsViewModel.Details details = models.detailsProperty().get();
        FineTuneRun run = details == null ? null : details.run();
        content.setVisible(run != null);
        empty.setVisible(run == null);
        if (run != null) {
            show(run.evaluation(), clinical.isSelected());
            plots.show(run);
        }
    }

    private void show(EvaluationReport report, boolean clinicalOnly) {
        table.show(Comparison.of(report, metric.getValue(), clinicalOnly));
        ways.show(report, metric.getValue(), clinicalOnly);
        String split = "Patients split " + report.split() + ".";
        notes.setText(
                report.notes().isEmpty() ? split : split + " " + String.join(" ", report.notes()));
    }

    private static final class MetricNames extends StringConverter<Metric> {
        @Override
        public String toString(@Nullable Metric metric) {
            return metric == null ? "" : metric.label();
        }

        @Override
        public @Nullable Metric fromString(String name) {
            // only ever chosen from a list
            return null;
        }
    }
}
