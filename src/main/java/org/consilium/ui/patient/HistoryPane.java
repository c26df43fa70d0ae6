package org.consilium.ui.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.transform.Scale;
import org.consilium.clinical.Encounter;
import org.consilium.ui.patient.History.Lane;
import org.consilium.ui.patient.History.Mark;
import org.jspecify.annotations.Nullable;

/**
 * A record as lanes over time, zoomed and moved by keys or mouse; a visit that is clicked, or
 * reached with Page Up and Page Down, is looked at. Only what is in sight is drawn.
 */
public final class HistoryPane extends HistoryColours {
    static final double GUTTER = 124;
    private static final double CLOSER = 1.5;
    private static final double STEP = .2;
    private static final double NEAR = 5;

    private final Canvas canvas = new Canvas();
    private final Scale sharp = new Scale(1, 1, 0, 0);
    private final Label readout = new Label();
    private final List<Label> names = new ArrayList<>();
    private History history = History.EMPTY;
    private HistoryRange range = HistoryRange.whole(History.EMPTY);
    private @Nullable Encounter chosen;
    private Consumer<Encounter> look = visit -> {};
    private double dragged = Double.NaN;

    public HistoryPane() {
        getStyleClass().addAll("history", "window-part");
        setId("history");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        readout.getStyleClass().addAll("quiet", "history-readout");
        readout.setId("history-readout");
        canvas.getTransforms().add(sharp);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        setOnMousePressed(event -> {
            requestFocus();
            dragged = event.getX();
        });
        setOnMouseDragged(this::drag);
        setOnMouseClicked(this::click);
        setOnMouseMoved(event -> say(event.getX(), event.getY()));
        setOnScroll(this::scroll);
    }

    /**
     * @param onVisit told when a visit is to be looked at
     */
    void show(History shown, Consumer<Encounter> onVisit) {
        history = shown;
        look = onVisit;
        range = HistoryRange.whole(shown);
        names.clear();
        for (Lane lane : shown.lanes()) {
            String hidden = lane.hidden() == 0 ? "" : " +%d".formatted(lane.hidden());
            Label name = new Label(lane.kind().words() + hidden);
            if (lane.hidden() > 0) {
                name.setTooltip(
                        new Tooltip(
                                "%d more have no room here: the record lists them."
                                        .formatted(lane.hidden())));
            }
            name.getStyleClass().add("quiet");
            name.setMinWidth(0);
            names.add(name);
        }
        getChildren().setAll(canvas, readout);
        getChildren().addAll(names);
        changed();
    }

    /** The visit that is looked at. */
    void choose(@Nullable Encounter visit) {
        chosen = visit;
        if (visit != null) {
            range = range.showing(History.day(visit.start()));
        }
        changed();
    }

    HistoryRange range() {
        return range;
    }

    private void changed() {
        readout.setText(range.words() + " \u00b7 + \u2212 \u2190 \u2192 Home");
        setAccessibleText(
                "Timeline, %s. Plus and minus zoom, left and right move, Page Up and Page Down go to the visit before and after."
                        .formatted(range.words()));
        requestLayout();
    }

    private void to(HistoryRange wanted) {
        range = wanted;
        changed();
    }

    private void pressed(KeyEvent event) {
        double middle =
                chosen == null ? (range.from() + range.to()) / 2 : History.day(chosen.start());
        boolean used = true;
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> to(range.zoomed(CLOSER, inSight(middle)));
            case MINUS, SUBTRACT -> to(range.zoomed(1 / CLOSER, inSight(middle)));
            case LEFT -> to(range.moved(-STEP));
            case RIGHT -> to(range.moved(STEP));
            case HOME -> to(range.whole());
            case PAGE_UP -> neighbour(false);
            case PAGE_DOWN -> neighbour(true);
            default -> used = false;
        }
        if (used && !event.isShortcutDown() && !event.isAltDown()) {
            event.consume();
        }
    }

    private double inSight(double day) {
        return Math.max(range.from(), Math.min(range.to(), day));
    }

    /** The visit before or after what is looked at. */
    private void neighbour(boolean later) {
        Encounter from = chosen;
        List<Mark> visits = visits();
        if (from == null) {
            return;
        }
        double day = History.day(from.start());
        int at = -1;
        int before = -1;
        for (int i = 0; i < visits.size(); i++) {
            at = Objects.equals(visits.get(i).visit(), from) ? i : at;
            before = visits.get(i).start() <= day ? i : before;
        }
        int next = at >= 0 ? (later ? at + 1 : at - 1) : later ? before + 1 : before;
        if (next >= 0 && next < visits.size()) {
            open(visits.get(next));
        }
    }

    private void open(Mark mark) {
        Encounter visit = mark.visit();
        if (visit != null) {
            look.accept(visit);
        }
    }

    private List<Mark> visits() {
        return history.lanes().stream()
                .filter(lane -> lane.kind() == History.Kind.VISITS)
                .flatMap(lane -> lane.marks().stream())
                .toList();
    }

    private double drawn() {
        return Math.max(1, getWidth() - GUTTER - 8);
    }

    private void drag(MouseEvent event) {
        if (!Double.isNaN(dragged)) {
            to(range.moved((dragged - event.getX()) / drawn()));
            dragged = event.getX();
        }
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            double factor = event.getDeltaY() > 0 ? CLOSER : 1 / CLOSER;
            to(range.zoomed(factor, range.day(event.getX() - GUTTER, drawn())));
            event.consume();
        }
    }

    private void click(MouseEvent event) {
        Mark mark = at(event.getX(), event.getY());
        if (event.isStillSincePress() && mark != null) {
            open(mark);
        }
    }

    private void say(double x, double y) {
        Mark mark = at(x, y);
        if (mark == null) {
            changed();
        } else {
            readout.setText(mark.words());
        }
    }

    private @Nullable Mark at(double x, double y) {
        double day = range.day(x - GUTTER, drawn());
        double near = NEAR / drawn() * (range.to() - range.from());
        return HistoryDrawing.at(history, day, near, y);
    }

    @Override
    protected double computePrefHeight(double width) {
        return HistoryDrawing.height(history);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double factor = getLocalToSceneTransform().getMxx();
        sharp.setX(1 / factor);
        sharp.setY(1 / factor);
        double width = drawn();
        canvas.relocate(GUTTER, 0);
        canvas.setWidth(Math.ceil(width * factor));
        canvas.setHeight(Math.ceil(getHeight() * factor));
        double words = Math.min(width, readout.prefWidth(-1));
        new HistoryDrawing(canvas.getGraphicsContext2D(), this, history, range, factor)
                .draw(width, getHeight(), width - words, chosen);
        double y = 0;
        for (int i = 0; i < names.size(); i++) {
            double height = HistoryDrawing.height(history.lanes().get(i));
            names.get(i).resizeRelocate(16, y + (height - 16) / 2, GUTTER - 20, 16);
            y += height;
        }
        readout.resizeRelocate(GUTTER + width - words, getHeight() - 17, words, 16);
    }
}
