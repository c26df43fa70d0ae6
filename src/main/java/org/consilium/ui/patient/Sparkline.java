package org.consilium.ui.patient;

import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import org.consilium.ui.patient.Result.Point;

/**
 * The last values of a test without axes (Tufte, Beautiful Evidence): the line, its last point and,
 * where the record has one, the reference range as a band. Points stand at their dates.
 */
final class Sparkline extends Pane {
    static final double WIDTH = 56;
    static final double HEIGHT = 20;
    private static final double MARGIN = 3;

    Sparkline(Result result) {
        getStyleClass().add("sparkline");
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        if (result.course().size() > 1) {
            draw(result);
        }
    }

    private void draw(Result result) {
        List<Point> course = result.course();
        double low = course.stream().mapToDouble(Point::value).min().orElse(0);
        double high = course.stream().mapToDouble(Point::value).max().orElse(0);
        if (result.low() != null && result.high() != null) {
            // so that the band is in sight
            double bottom = Math.min(low, result.low());
            double top = Math.max(high, result.high());
            Rectangle band = new Rectangle(0, 0, WIDTH, 0);
            band.setY(y(result.high(), bottom, top));
            band.setHeight(y(result.low(), bottom, top) - band.getY());
            band.getStyleClass().add("sparkline-range");
            getChildren().add(band);
            low = bottom;
            high = top;
        }
        long first = course.getFirst().at().toLocalDate().toEpochDay();
        long days = Math.max(1, course.getLast().at().toLocalDate().toEpochDay() - first);
        Polyline line = new Polyline();
        line.getStyleClass().add("sparkline-line");
        for (Point point : course) {
            double share = (point.at().toLocalDate().toEpochDay() - first) / (double) days;
            line.getPoints().add(MARGIN + share * (WIDTH - 2 * MARGIN));
            line.getPoints().add(y(point.value(), low, high));
        }
        int end = line.getPoints().size();
        Circle last = new Circle(line.getPoints().get(end - 2), line.getPoints().get(end - 1), 2);
        last.getStyleClass().add("sparkline-end");
        getChildren().addAll(line, last);
    }

    private static double y(double value, double low, double high) {
        double share = high > low ? (value - low) / (high - low) : .5;
        return HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN);
    }
}
