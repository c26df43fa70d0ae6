package org.consilium.ui.tuning;

import java.util.Locale;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.consilium.tuning.factor.RateCurve;
import org.jspecify.annotations.Nullable;

/** What a search for a learning rate saw: the loss at each rate, on a logarithmic axis. */
public final class RateChart extends VBox {
    private final XYChart.Series<Number, Number> series = new XYChart.Series<>();
    private final NumberAxis rates = new NumberAxis();
    private final Label chosen = new Label();

    public RateChart() {
        getStyleClass().add("curve");
        Label title = new Label("Loss by learning rate");
        title.getStyleClass().add("curve-title");
        chosen.getStyleClass().add("curve-latest");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        NumberAxis losses = new NumberAxis();
        losses.setForceZeroInRange(false);
        losses.setMinorTickVisible(false);
        rates.setAutoRanging(false);
        rates.setTickUnit(1);
        rates.setMinorTickVisible(false);
        rates.setLabel("rate");
        rates.setTickLabelFormatter(new Powers());
        LineChart<Number, Number> chart = new LineChart<>(rates, losses);
        chart.setAnimated(false);
        chart.setLegendVisible(false);
        chart.setCreateSymbols(false);
        chart.setVerticalGridLinesVisible(false);
        chart.getData().add(series);
        chart.setMinHeight(0);
        VBox.setVgrow(chart, Priority.ALWAYS);
        getChildren().addAll(new HBox(title, space, chosen), chart);
        show(null);
    }

    /** Nothing where no rate was looked for. */
    void show(@Nullable RateCurve curve) {
        boolean known = curve != null && !curve.rates().isEmpty();
        setVisible(known);
        setManaged(known);
        series.getData().clear();
        if (curve == null || !known) {
            return;
        }
        rates.setLowerBound(Math.floor(Math.log10(curve.rates().getFirst())));
        rates.setUpperBound(Math.ceil(Math.log10(curve.rates().getLast())));
        for (int i = 0; i < curve.rates().size(); i++) {
            series.getData()
                    .add(
                            new XYChart.Data<>(
                                    Math.log10(curve.rates().get(i)), curve.losses().get(i)));
        }
        chosen.setText(String.format(Locale.ROOT, "taken: %.2g", curve.suggested()));
        setAccessibleText("Loss by learning rate, " + chosen.getText());
    }

    private static final class Powers extends StringConverter<Number> {
        @Override
        public String toString(Number exponent) {
            return String.format(Locale.ROOT, "%.0e", Math.pow(10, exponent.doubleValue()));
        }

        @Override
        public Number fromString(String words) {
            return Math.log10(Double.parseDouble(words));
        }
    }
}
