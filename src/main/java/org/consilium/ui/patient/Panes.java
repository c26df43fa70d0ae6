package org.consilium.ui.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.consilium.ui.common.Views;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the patient screen side by side, as many as find room; chips choose which where not
 * all do (a small window, or large text). F6 goes from one to the next.
 */
final class Panes {
    /** Under these widths three parts, or two, have no room beside each other. */
    private static final double THREE = 1120;

    private static final double TWO = 760;

    private record Part(Node node, Node keys, ToggleButton chip) {}

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

    /**
     * @param keys takes the keys when the part is gone to
     */
    void add(String name, Node node, Node keys) {
        ToggleButton chip = new ToggleButton(name);
        chip.getStyleClass().add("chip");
        chip.setToggleGroup(group);
        int index = parts.size();
        chip.setOnAction(event -> choose(index));
        parts.add(new Part(node, keys, chip));
        chips.getChildren().add(chip);
        place.getChildren().add(node);
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
            visible(part.node(), i >= first && i < first + room);
            // beside two others the record has its own width
            HBox.setHgrow(part.node(), i == 0 && room > 2 ? Priority.NEVER : Priority.ALWAYS);
            part.chip().setSelected(i == chosen);
        }
        visible(chips, room < parts.size());
    }

    /** The next part gets the keys; after the last the first. */
    void next() {
        int now = -1;
        for (int i = 0; i < parts.size(); i++) {
            if (holdsKeys(parts.get(i).node())) {
                now = i;
            }
        }
        choose((now + 1) % parts.size());
        place.applyCss();
        place.layout();
        // after the layout: a part that was not laid out yet takes no keys
        Node part = parts.get(chosen).keys();
        Views.later(() -> {
            Node keys = firstWithKeys(part);
            if (keys != null) {
                keys.requestFocus();
            }
        });
    }

    private static @Nullable Node firstWithKeys(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return null;
        }
        if (node.isFocusTraversable()) {
            return node;
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .map(Panes::firstWithKeys)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static boolean holdsKeys(Node part) {
        Node owner = part.getScene() == null ? null : part.getScene().getFocusOwner();
        for (Node each = owner; each != null; each = each.getParent()) {
            if (each.equals(part)) {
                return true;
            }
        }
        return false;
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
