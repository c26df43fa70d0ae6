package org.consilium.ui.recommendation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.consilium.ui.common.CutText;
import org.consilium.ui.common.Theme;
import org.consilium.ui.recommendation.Why.Bar;
import org.consilium.ui.recommendation.Why.Part;
import org.jfree.chart.fx.ChartViewer;

/** The labelled bars of a {@link Why}: blue to the right for it, amber to the left against it. */
public final class EvidenceBars extends EvidenceColours {
    private static final double ROW = 36;
    private static final double HEAD = 20;
    private static final double LABELS = .46;
    private static final double SIDE = 72;
    private static final double AIR = 8;
    private static final int NUMBER_SIZE = 12;

    /** Room for a number with its gap. */
    private static final double NUMBER_WIDTH = 54;

    private final ChartViewer viewer = new ChartViewer(null, false);
    private final List<VBox> labels = new ArrayList<>();
    private final Region rule = new Region();
    private final Label against = new Label("\u25c0 against");
    private final Label inFavour = new Label("for \u25b6");
    private List<Bar> bars = List.of();
    private double chartWidth = 220;
    private Consumer<Bar> onChosen = bar -> {};

    public EvidenceBars() {
        getStyleClass().add("evidence-bars");
        rule.getStyleClass().add("evidence-rule");
        against.getStyleClass().add("side-against");
        inFavour.getStyleClass().add("side-for");
        viewer.setMouseTransparent(true);
        viewer.setFocusTraversable(false);
        viewer.setMinSize(0, 0);
        setAccessibleRole(AccessibleRole.TEXT);
        setOnMouseClicked(event -> {
            int row = (int) Math.floor((event.getY() - HEAD) / ROW);
            if (row >= 0 && row < bars.size() && bars.get(row).leadsOn()) {
                onChosen.accept(bars.get(row));
            }
        });
    }

    /** What is done with a bar that is clicked, or chosen by Enter or the space bar. */
    void setOnChosen(Consumer<Bar> action) {
        onChosen = action;
    }

    void show(List<Bar> shown) {
        bars = shown;
        labels.clear();
        for (Bar bar : bars) {
            labels.add(label(bar));
        }
        getChildren().setAll(labels);
        getChildren().addAll(viewer, rule, against, inFavour);
        StringBuilder spoken = new StringBuilder();
        bars.forEach(bar ->
                spoken.append(bar.label())
                        .append(", ")
                        .append(bar.detail())
                        .append(": ")
                        .append(bar.number())
                        .append(". "));
        setAccessibleText(spoken.toString());
        recolour();
        requestLayout();
    }

    List<Bar> bars() {
        return bars;
    }

    private VBox label(Bar bar) {
        Label name = new Label(bar.label());
        name.getStyleClass().add(bar.part() == Part.SUM ? "evidence-sum" : "evidence-name");
        name.setTooltip(new Tooltip(bar.label() + "\n" + bar.detail()));
        Label detail = new Label(bar.detail());
        detail.getStyleClass().add("evidence-detail");
        CutText.tell(detail);
        VBox both = new VBox(name);
        if (!bar.detail().isEmpty()) {
            both.getChildren().add(detail);
        }
        both.getStyleClass().add("evidence-label");
        if (bar.leadsOn()) {
            both.getStyleClass().add("leads-on");
            both.setFocusTraversable(true);
            both.setAccessibleRole(AccessibleRole.BUTTON);
            both.setAccessibleText(
                    "%s, %s: %s. %s"
                            .formatted(
                                    bar.label(),
                                    bar.detail(),
                                    bar.number(),
                                    bar.group() == null
                                            ? "Show it in the record."
                                            : "Show its facts."));
            both.setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                    onChosen.accept(bar);
                    event.consume();
                }
            });
        }
        return both;
    }

    @Override
    void recolour() {
        if (!bars.isEmpty()) {
            EvidenceChart.Colours colours =
                    new EvidenceChart.Colours(
                            awt(speaksFor()),
                            awt(speaksAgainst()),
                            awt(neutral()),
                            awt(text()),
                            awt(axis()));
            viewer.setChart(
                    EvidenceChart.of(
                            bars, room(chartWidth), colours, Theme.chartFont(NUMBER_SIZE)));
        }
    }

    private static double room(double width) {
        return Math.min(.4, NUMBER_WIDTH / Math.max(1, width));
    }

    private static java.awt.Color awt(Color color) {
        return new java.awt.Color(
                (float) color.getRed(),
                (float) color.getGreen(),
                (float) color.getBlue(),
                (float) color.getOpacity());
    }

    @Override
    protected void layoutChildren() {
        double left = Math.round(getWidth() * LABELS);
        double right = Math.max(0, getWidth() - left);
        for (int i = 0; i < labels.size(); i++) {
            labels.get(i).resizeRelocate(0, HEAD + i * ROW, left, ROW);
        }
        if (Math.abs(right - chartWidth) > 1) {
            chartWidth = right;
            recolour();
        }
        viewer.resizeRelocate(left, HEAD, right, labels.size() * ROW);
        rule.resizeRelocate(0, HEAD + (labels.size() - 1) * ROW, getWidth(), 1);
        if (!bars.isEmpty()) {
            double zero = left + EvidenceChart.zero(bars, room(right)) * right;
            // beside the line, but never out of the picture where the line is near its end
            double favour = Math.min(zero + AIR, getWidth() - inFavour.prefWidth(-1));
            inFavour.resizeRelocate(favour, 0, Math.min(SIDE, getWidth() - favour), HEAD);
            against.resizeRelocate(Math.min(zero, favour) - AIR - SIDE, 0, SIDE, HEAD);
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEAD + labels.size() * ROW;
    }

    @Override
    protected double computeMinHeight(double width) {
        return HEAD + labels.size() * ROW;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 440;
    }
}
