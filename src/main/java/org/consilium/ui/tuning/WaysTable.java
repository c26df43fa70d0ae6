package org.consilium.ui.tuning;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.consilium.tuning.Estimate;
import org.consilium.tuning.EvaluationReport;
import org.consilium.tuning.Metric;
import org.consilium.tuning.MetricRow;

/** One measure of every way on the same patients: bars from zero with whiskers, the best first. */
public final class WaysTable extends GridPane {
    private static final Map<String, String> NAMES =
            Map.of(
                    "before", "Before: the base model as it is",
                    "after", "After: fine-tuned here",
                    "scratch", "Learned here from nothing",
                    "popularity", "What is started most often",
                    "popularity-given-conditions", "Most often with these conditions",
                    "itemknn", "What goes with what is taken",
                    "ridge", "Linear, learned here");

    public WaysTable() {
        getStyleClass().add("comparison");
    }

    void show(EvaluationReport report, Metric metric, boolean clinicalOnly) {
        getChildren().clear();
        List<MetricRow> rows =
                report.rows().stream()
                        .filter(row ->
                                row.clinicalItemsOnly() == clinicalOnly
                                        && row.kind() == null
                                        && row.metrics().containsKey(metric))
                        .sorted((a, b) ->
                                Double.compare(of(b, metric).mean(), of(a, metric).mean()))
                        .toList();
        double most = rows.stream().mapToDouble(row -> of(row, metric).high()).max().orElse(1);
        for (int i = 0; i < rows.size(); i++) {
            String model = rows.get(i).model();
            Estimate estimate = of(rows.get(i), metric);
            boolean own = model.equals("after");
            add(
                    cell(
                            NAMES.getOrDefault(model, model.replace('-', ' ')),
                            own ? "comparison-after" : "comparison-name"),
                    0,
                    i);
            add(
                    cell(Comparison.mean(estimate), own ? "comparison-after" : "comparison-number"),
                    1,
                    i);
            add(cell(Comparison.interval(estimate), "quiet"), 2, i);
            Bar bar = new Bar(estimate, Math.max(most, .01), own);
            setHgrow(bar, Priority.ALWAYS);
            add(bar, 3, i);
        }
        getChildren()
                .forEach(node ->
                        setHalignment(
                                node, getColumnIndex(node) % 3 == 0 ? HPos.LEFT : HPos.RIGHT));
    }

    private static Estimate of(MetricRow row, Metric metric) {
        return Objects.requireNonNull(row.metrics().get(metric));
    }

    private static Label cell(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static final class Bar extends Region {
        private static final double THICK = 8;

        private final Estimate estimate;
        private final double most;
        private final boolean own;

        Bar(Estimate estimate, double most, boolean own) {
            this.estimate = estimate;
            this.most = most;
            this.own = own;
            getStyleClass().add("interval-plot");
            setAccessibleText(String.format(Locale.ROOT, "%.3f", estimate.mean()));
        }

        @Override
        protected void layoutChildren() {
            double middle = getHeight() / 2;
            Rectangle bar =
                    new Rectangle(0, middle - THICK / 2, x(Math.max(0, estimate.mean())), THICK);
            bar.getStyleClass().add(own ? "bar-after" : "bar-other");
            Line whisker =
                    new Line(
                            x(Math.max(0, estimate.low())),
                            middle,
                            x(Math.max(0, estimate.high())),
                            middle);
            whisker.getStyleClass().add("whisker");
            getChildren().setAll(bar, whisker);
        }

        private double x(double value) {
            return value / most * (getWidth() - 1);
        }
    }
}
