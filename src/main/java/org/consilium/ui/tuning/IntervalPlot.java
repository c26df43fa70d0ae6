package org.consilium.ui.tuning;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import org.consilium.tuning.Estimate;
import org.jspecify.annotations.Nullable;

/** Before (grey, above) and after (blue, below) with their intervals, on one scale for all rows. */
final class IntervalPlot extends Region {
    private static final double MARGIN = 6;
    private static final double RADIUS = 3.5;

    private final Comparison row;
    private final Scale scale;

    /** What the left and the right end stand for. */
    record Scale(double low, double high) {
        static Scale of(List<Comparison> rows) {
            List<Estimate> all =
                    rows.stream()
                            .flatMap(row -> Stream.of(row.before(), row.after()))
                            .filter(Objects::nonNull)
                            .toList();
            double low = all.stream().mapToDouble(Estimate::low).min().orElse(0);
            double high = all.stream().mapToDouble(Estimate::high).max().orElse(1);
            return new Scale(low, Math.max(high, low + .01));
        }

        double share(double value) {
            return (value - low) / (high - low);
        }
    }

    IntervalPlot(Comparison row, Scale scale) {
        this.row = row;
        this.scale = scale;
        getStyleClass().add("interval-plot");
        setAccessibleText(
                String.format(
                        Locale.ROOT,
                        "before %s, after %s",
                        Comparison.interval(row.before()),
                        Comparison.interval(row.after())));
    }

    @Override
    protected void layoutChildren() {
        getChildren().clear();
        draw(row.before(), "before", getHeight() / 3);
        draw(row.after(), "after", getHeight() * 2 / 3);
    }

    private void draw(@Nullable Estimate estimate, String style, double y) {
        if (estimate != null) {
            Line line = new Line(x(estimate.low()), y, x(estimate.high()), y);
            line.getStyleClass().add(style);
            Circle mean = new Circle(x(estimate.mean()), y, RADIUS);
            mean.getStyleClass().add(style + "-mean");
            getChildren().addAll(line, mean);
        }
    }

    private double x(double value) {
        return MARGIN + scale.share(value) * (getWidth() - 2 * MARGIN);
    }
}
