package org.consilium.ui.common;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/**
 * Nodes beside each other as in a box, and below each other where the line becomes too short for
 * them (a small window, or large text), so that nothing is cut.
 */
public final class Line extends HBox {
    private record Row(List<Node> nodes, double height) {}

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private boolean fits(double width) {
        return width < 0 || super.computePrefWidth(-1) <= width + .5;
    }

    private double room(double width) {
        Insets insets = getInsets();
        return Math.max(1, width - insets.getLeft() - insets.getRight());
    }

    private static double width(Node node, double room) {
        return Math.min(room, node.prefWidth(-1));
    }

    private List<Row> rows(double room) {
        List<Row> rows = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        double used = 0;
        double height = 0;
        for (Node node : getManagedChildren()) {
            double width = width(node, room);
            if (!nodes.isEmpty() && used + getSpacing() + width > room) {
                rows.add(new Row(List.copyOf(nodes), height));
                nodes.clear();
                used = 0;
                height = 0;
            }
            used += width + (nodes.isEmpty() ? 0 : getSpacing());
            height = Math.max(height, node.prefHeight(width));
            nodes.add(node);
        }
        rows.add(new Row(List.copyOf(nodes), height));
        return rows;
    }

    @Override
    protected double computeMinWidth(double height) {
        double widest = 0;
        for (Node node : getManagedChildren()) {
            widest = Math.max(widest, node.minWidth(-1));
        }
        return widest + getInsets().getLeft() + getInsets().getRight();
    }

    @Override
    protected double computePrefHeight(double width) {
        if (fits(width)) {
            return super.computePrefHeight(width);
        }
        double height = 0;
        for (Row row : rows(room(width))) {
            height += row.height() + (height == 0 ? 0 : gap());
        }
        return height + getInsets().getTop() + getInsets().getBottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private double gap() {
        return Math.max(4, getSpacing() / 2);
    }

    @Override
    protected void layoutChildren() {
        if (fits(getWidth())) {
            super.layoutChildren();
            return;
        }
        double room = room(getWidth());
        double y = getInsets().getTop();
        for (Row row : rows(room)) {
            double x = getInsets().getLeft();
            for (Node node : row.nodes()) {
                double width = width(node, room);
                double height = node.prefHeight(width);
                node.resizeRelocate(
                        snapPositionX(x),
                        snapPositionY(y + (row.height() - height) / 2),
                        snapSizeX(width),
                        snapSizeY(height));
                x += width + getSpacing();
            }
            y += row.height() + gap();
        }
    }
}
