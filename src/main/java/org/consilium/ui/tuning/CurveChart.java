package org.consilium.ui.tuning;

import java.util.List;
import java.util.Locale;
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
    private final XYChart.Series<Number, Number> series = new XYChart.Series<>();
    private final NumberAxis epochs = new NumberAxis();
    private final Label latest = new Label();
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
        chart.setMinHeight(0);
        VBox.setVgrow(chart, Priority.ALWAYS);
        getChildren().addAll(new HBox(title, space, latest), chart);
        show(List.of(), 20);
    }

    /** Whether there is no value to draw. */
    boolean isEmpty() {
        return series.getData().isEmpty();
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
