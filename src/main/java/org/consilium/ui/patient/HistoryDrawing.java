package org.consilium.ui.patient;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import org.consilium.clinical.Encounter;
import org.consilium.ui.patient.History.Lane;
import org.consilium.ui.patient.History.Mark;
import org.jspecify.annotations.Nullable;

/** Draws the part of a history that is in sight. */
final class HistoryDrawing {
    private static final double ROW = 14;
    private static final double AIR = 4;
    private static final double AXIS = 18;
    private static final double LETTER = 6.4;
    private static final double SIZE = 12;
    private static final double TICK_ROOM = 84;

    private final GraphicsContext on;
    private final HistoryColours colours;
    private final History history;
    private final HistoryRange range;
    private final double factor;

    /**
     * @param factor pixels of the canvas a pixel of the layout
     */
    HistoryDrawing(
            GraphicsContext on,
            HistoryColours colours,
            History history,
            HistoryRange range,
            double factor) {
        this.on = on;
        this.colours = colours;
        this.history = history;
        this.range = range;
        this.factor = factor;
    }

    static double height(Lane lane) {
        return lane.rows() * ROW + AIR;
    }

    static double height(History history) {
        return history.lanes().stream().mapToDouble(HistoryDrawing::height).sum() + AXIS;
    }

    /** What stands at a day and height; the nearest where there are several. */
    static @Nullable Mark at(History history, double day, double near, double y) {
        double top = 0;
        for (Lane lane : history.lanes()) {
            if (y >= top && y < top + height(lane)) {
                int row = (int) ((y - top) / ROW);
                Mark best = null;
                double distance = near;
                for (Mark mark : lane.marks()) {
                    double away = Math.max(0, Math.max(mark.start() - day, day - mark.end()));
                    if (mark.row() == row && away <= distance) {
                        best = mark;
                        distance = away;
                    }
                }
                return best;
            }
            top += height(lane);
        }
        return null;
    }

    /**
     * @param free how far the names of years and months may go
     */
    void draw(double width, double height, double free, @Nullable Encounter chosen) {
        on.setTransform(factor, 0, 0, factor, 0, 0);
        on.clearRect(0, 0, width, height);
        on.setFont(Font.font("Noto Sans", SIZE));
        on.setTextBaseline(VPos.CENTER);
        axis(width, height, free);
        double top = 0;
        for (Lane lane : history.lanes()) {
            double last = Double.NEGATIVE_INFINITY;
            for (Mark mark : lane.marks()) {
                if (mark.end() >= range.from() && mark.start() <= range.to()) {
                    double x = range.x(mark.start(), width);
                    // marks on one pixel are one mark
                    if (lane.kind().ordinal() > 0 || Math.abs(x - last) >= .8) {
                        mark(mark, lane, x, top, width);
                        last = x;
                    }
                }
            }
            top += height(lane);
        }
        if (chosen != null) {
            chosen(range.x(History.day(chosen.start()), width), top);
        }
    }

    private void axis(double width, double height, double free) {
        double bottom = height - AXIS;
        on.setStroke(colours.axis());
        on.setLineWidth(1);
        on.setFill(colours.text());
        for (HistoryRange.Tick tick : range.ticks((int) (width / TICK_ROOM))) {
            double x = Math.round(range.x(tick.day(), width)) + .5;
            on.strokeLine(x, 0, x, bottom + 3);
            if (x + tick.words().length() * LETTER < free) {
                on.fillText(tick.words(), x + 3, bottom + 8);
            }
        }
    }

    private void mark(Mark mark, Lane lane, double x, double top, double width) {
        double y = top + mark.row() * ROW + AIR / 2;
        on.setFill(colours.mark());
        if (mark.end() - mark.start() < 1) {
            if (lane.kind() == History.Kind.VISITS) {
                on.fillRect(x - 1, y + 2, 2, ROW - 4);
            } else {
                on.fillOval(x - 2.5, y + ROW / 2 - 2.5, 5, 5);
            }
            return;
        }
        double from = Math.max(0, x);
        double to = Math.min(width, range.x(mark.end(), width));
        // so that no line runs through the words
        on.clearRect(from, y + 1, Math.max(2, to - from), ROW - 2);
        on.setFill(colours.span());
        on.fillRect(from, y + 1, Math.max(2, to - from), ROW - 2);
        if (x >= 0) {
            on.setFill(colours.mark());
            on.fillRect(x, y + 1, 2, ROW - 2);
        }
        int letters = (int) ((to - from - 8) / LETTER);
        if (letters >= 4) {
            String name = mark.name();
            on.setFill(colours.text());
            on.fillText(
                    name.length() <= letters
                            ? name
                            : name.substring(0, letters - 1).stripTrailing() + "\u2026",
                    from + 5,
                    y + ROW / 2);
        }
    }

    private void chosen(double x, double bottom) {
        on.setStroke(colours.chosen());
        on.setLineWidth(2);
        on.strokeLine(x, 0, x, bottom);
        on.setFill(colours.chosen());
        on.fillPolygon(new double[] {x - 5, x + 5, x}, new double[] {0, 0, 6}, 3);
    }
}
