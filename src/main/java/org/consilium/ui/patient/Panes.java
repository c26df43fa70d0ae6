package org.consilium.ui.patient;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * The parts of the patient screen side by side, as many as find room; chips choose which where not
 * all do (a small window, or large text).
 */
final class Panes {
    /** Under these widths three parts, or two, have no room beside each other. */
    private static final double THREE = 1120;

    private static final double TWO = 760;

    private record Part(Node node, ToggleButton chip) {}

    private final Set<Node> hidden = new HashSet<>();

    private final HBox place;
    private final HBox chips;
    private final ToggleGroup group = new ToggleGroup();
    private final List<Part> parts = new ArrayList<>();
    private int chosen;

    /**
     * @param chips where the chips stand while they are needed
     */
    Panes(HBox place, HBox chips) {
        this.place = place;
        this.chips = chips;
        place.widthProperty().addListener((observed, before, now) -> arrange());
    }

    void add(String name, Node node) {
        ToggleButton chip = new ToggleButton(name);
        chip.getStyleClass().add("chip");
        chip.setToggleGroup(group);
        int index = parts.size();
        chip.setOnAction(event -> choose(index));
        parts.add(new Part(node, chip));
        chips.getChildren().add(chip);
        place.getChildren().add(node);
        arrange();
    }

    /** Takes up its room, but is not drawn yet. */
    void hide(Node node) {
        hidden.add(node);
        arrange();
    }

    void show(Node node) {
        hidden.remove(node);
        arrange();
    }

    private void choose(int index) {
        chosen = index;
        arrange();
    }

    private int room() {
        double width = place.getWidth();
        return width == 0 || width >= THREE ? parts.size() : width >= TWO ? 2 : 1;
    }

    private void arrange() {
        int room = room();
        int first = Math.min(chosen, Math.max(0, parts.size() - room));
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            boolean wanted = i >= first && i < first + room;
            part.node().setManaged(wanted);
            part.node().setVisible(wanted && !hidden.contains(part.node()));
            // beside two others the record has its own width
            HBox.setHgrow(part.node(), i == 0 && room > 2 ? Priority.NEVER : Priority.ALWAYS);
            part.chip().setSelected(i == chosen);
        }
        visible(chips, room < parts.size());
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
