package org.consilium.ui.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/**
 * Points with whiskers, joined by lines, each line named at its end: no box, no legend, and a level
 * line only where a number stands.
 */
public final class PointPlot extends Region {
    private static final double LEFT = 40;
    private static final double RIGHT = 84;
    private static final double TOP = 10;
    private static final double BOTTOM = 40;
    private static final double RADIUS = 3.5;

    private List<Course> lines = List.of();
    private List<Tick> ticks = List.of();
    private Span across = new Span(0, 1);
    private Span up = new Span(0, 1);
    private boolean diagonal;
    private String below = "";

    /**
     * @param low lower end of the whisker; the value itself for none
     */
    record Point(double x, double y, double low, double high) {}

    /**
     * @param style "before" or "after"
     */
    record Course(String name, String style, List<Point> points) {}

    /** A number below the plot. */
    record Tick(double x, String words) {}

    /** From the left to the right, or from below to above. */
    record Span(double from, double to) {
        double share(double value) {
            return (value - from) / (to - from);
        }
    }

    public PointPlot() {
        getStyleClass().add("point-plot");
    }

    /**
     * @param below what is counted from the left to the right
     * @param diagonal whether what is below and what is to the left should be the same
     */
    void show(
            List<Course> lines,
            List<Tick> ticks,
            Span across,
            Span up,
            String below,
            boolean diagonal) {
        this.lines = lines;
        this.ticks = ticks;
        this.across = across;
        this.up = up;
        this.below = below;
        this.diagonal = diagonal;
        List<String> words = new ArrayList<>();
        for (Course line : lines) {
            List<String> points =
                    line.points().stream()
                            .map(each -> String.format(Locale.ROOT, "%.2f", each.y()))
                            .toList();
            words.add(line.name() + " " + String.join(", ", points));
        }
        setAccessibleText(below + ": " + String.join("; ", words));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        getChildren().clear();
        double step = step(up.to() - up.from());
        for (double y = Math.ceil(up.from() / step - 1e-9) * step; y <= up.to() + 1e-9; y += step) {
            add(line(LEFT, y(y), getWidth() - RIGHT, y(y), "grid"));
            Label label =
                    label(
                            String.format(Locale.ROOT, step < .1 ? "%.2f" : "%.1f", Math.max(y, 0)),
                            "tick");
            place(label, LEFT - 8 - label.prefWidth(-1), y(y));
        }
        for (Tick tick : ticks) {
            Label label = label(tick.words(), "tick");
            place(label, x(tick.x()) - label.prefWidth(-1) / 2, getHeight() - BOTTOM + 12);
        }
        Label name = label(below, "tick");
        place(name, (LEFT + getWidth() - RIGHT - name.prefWidth(-1)) / 2, getHeight() - 10);
        if (diagonal) {
            add(line(x(across.from()), y(up.from()), x(across.to()), y(up.to()), "diagonal"));
        }
        lines.forEach(this::draw);
        nameLines();
    }

    private static double step(double range) {
        if (range > .5) {
            return .2;
        }
        return range > .2 ? .1 : range > .1 ? .05 : .02;
    }

    private void draw(Course line) {
        @Nullable Point before = null;
        for (Point point : line.points()) {
            if (before != null) {
                add(line(x(before.x()), y(before.y()), x(point.x()), y(point.y()), line.style()));
            }
            if (point.high() > point.low()) {
                add(
                        line(
                                x(point.x()),
                                y(point.low()),
                                x(point.x()),
                                y(point.high()),
                                line.style()));
            }
            before = point;
        }
        for (Point point : line.points()) {
            Circle mean = new Circle(x(point.x()), y(point.y()), RADIUS);
            mean.getStyleClass().add(line.style() + "-mean");
            add(mean);
        }
    }

    /** At the ends of the lines, none over another. */
    private void nameLines() {
        List<Course> byHeight =
                lines.stream()
                        .filter(line -> !line.points().isEmpty())
                        .sorted((a, b) ->
                                Double.compare(b.points().getLast().y(), a.points().getLast().y()))
                        .toList();
        double free = 0;
        for (Course line : byHeight) {
            Label label = label(line.name(), line.style() + "-name");
            double height = label.prefHeight(-1);
            double middle = Math.max(free + height / 2, y(line.points().getLast().y()));
            place(label, getWidth() - RIGHT + 8, middle);
            free = middle + height / 2;
        }
    }

    private void add(Node node) {
        getChildren().add(node);
    }

    private static Line line(double x1, double y1, double x2, double y2, String style) {
        Line line = new Line(x1, y1, x2, y2);
        line.getStyleClass().add(style);
        return line;
    }

    /** In the scene, so that it has its size. */
    private Label label(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        add(label);
        label.applyCss();
        return label;
    }

    private static void place(Label label, double left, double middle) {
        double height = label.prefHeight(-1);
        label.resizeRelocate(left, middle - height / 2, label.prefWidth(-1), height);
    }

    private double x(double value) {
        return LEFT + across.share(value) * (getWidth() - LEFT - RIGHT);
    }

    private double y(double value) {
        return getHeight() - BOTTOM - up.share(value) * (getHeight() - TOP - BOTTOM);
    }
}
