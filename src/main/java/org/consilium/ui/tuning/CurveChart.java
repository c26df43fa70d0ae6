package org.consilium.ui.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javafx.beans.NamedArg;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One number by epoch: its name and latest value above, the line below, no more. */
public final class CurveChart extends VBox {
    /** A line further below the curve would press it flat. */
    private static final double NEAR = .8;

    private final XYChart.Series<Number, Number> series = new XYChart.Series<>();
    private final NumberAxis epochs = new NumberAxis();
    private final Label latest = new Label();
    private final Label beside = new Label();
    private final List<XYChart.Series<Number, Number>> lines;
    private final String name;

    public CurveChart(@NamedArg("name") String name) {
        this.name = name;
        getStyleClass().add("curve");
        Label title = new Label(name);
        title.getStyleClass().add("curve-title");
        latest.getStyleClass().add("curve-latest");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        NumberAxis values = new NumberAxis();
        values.setForceZeroInRange(false);
        values.setMinorTickVisible(false);
        epochs.setAutoRanging(false);
        epochs.setLowerBound(0);
        epochs.setMinorTickVisible(false);
        epochs.setLabel("epoch");
        LineChart<Number, Number> chart = new LineChart<>(epochs, values);
        chart.setAnimated(false);
        chart.setLegendVisible(false);
        chart.setCreateSymbols(false);
        chart.setVerticalGridLinesVisible(false);
        chart.getData().add(series);
        lines = chart.getData();
        chart.setMinHeight(0);
        VBox.setVgrow(chart, Priority.ALWAYS);
        beside.getStyleClass().add("quiet");
        getChildren().addAll(new HBox(title, space, latest), beside, chart);
        show(List.of(), 20);
    }

    /** Whether there is no value to draw. */
    boolean isEmpty() {
        return series.getData().isEmpty();
    }

    /**
     * Draws a level line where one is near the curve, and names all: what the curve is to be seen
     * beside.
     */
    void beside(Map<String, Double> levels, int of) {
        lines.retainAll(List.of(series));
        List<String> words = new ArrayList<>();
        new TreeMap<>(levels)
                .forEach((level, value) -> {
                    boolean near = value >= NEAR * highest();
                    words.add(
                            String.format(
                                    Locale.ROOT,
                                    near ? "dashed: %s %.4f" : "far below: %s %.4f",
                                    level,
                                    value));
                    if (near) {
                        XYChart.Series<Number, Number> line = new XYChart.Series<>();
                        line.getData().add(new XYChart.Data<>(0, value));
                        line.getData().add(new XYChart.Data<>(Math.max(2, of), value));
                        lines.add(line);
                    }
                });
        // last: the chart dresses all lines anew whenever one is added
        lines.stream()
                .skip(1)
                .map(XYChart.Series::getNode)
                .filter(Objects::nonNull)
                .forEach(node -> node.getStyleClass().add("curve-beside"));
        beside.setText(String.join(", ", words));
    }

    private double highest() {
        return series.getData().stream()
                .mapToDouble(point -> point.getYValue().doubleValue())
                .max()
                .orElse(0);
    }

    /**
     * @param of how many epochs there will be
     */
    void show(List<Double> values, int of) {
        epochs.setUpperBound(Math.max(2, of));
        epochs.setTickUnit(of > 10 ? 5 : 1);
        series.getData().clear();
        for (int i = 0; i < values.size(); i++) {
            series.getData().add(new XYChart.Data<>(i + 1, values.get(i)));
        }
        String last = values.isEmpty() ? "" : String.format(Locale.ROOT, "%.4f", values.getLast());
        latest.setText(last);
        setAccessibleText(name + " by epoch" + (last.isEmpty() ? "" : ", latest " + last));
    }
}
