package org.consilium.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the window that F6 goes through, in the order in which they stand: nodes of the
 * style class {@value #PART}. In each the keys go where they were last, else to the node of the
 * style class {@value #KEYS}, else to the first control. For the UI thread only.
 */
final class WindowParts {
    static final String PART = "window-part";
    static final String KEYS = "part-keys";

    private static final String LAST = "org.consilium.part.last";

    private WindowParts() {}

    /** Remembers in each part what had the keys last. */
    static void watch(Scene scene) {
        scene.focusOwnerProperty()
                .addListener((observed, before, now) -> {
                    Node part = part(now);
                    if (part != null) {
                        part.getProperties().put(LAST, now);
                    }
                });
    }

    /**
     * Moves the keys to another part, past the last to the first.
     *
     * @param by 1 for the next, -1 for the one before
     */
    static void move(Scene scene, int by) {
        List<Node> parts = new ArrayList<>();
        find(scene.getRoot(), parts);
        int from = parts.indexOf(part(scene.getFocusOwner()));
        // a part in which nothing takes the keys now is passed over
        for (int i = 1; i <= parts.size(); i++) {
            int start = from < 0 && by > 0 ? -1 : Math.max(from, 0);
            Node target = target(parts.get(Math.floorMod(start + by * i, parts.size())));
            if (target != null) {
                target.requestFocus();
                return;
            }
        }
    }

    private static void find(Node node, List<Node> parts) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.getStyleClass().contains(PART)) {
            parts.add(node);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> find(child, parts));
        }
    }

    private static @Nullable Node part(@Nullable Node node) {
        Node each = node;
        while (each != null && !each.getStyleClass().contains(PART)) {
            each = each.getParent();
        }
        return each;
    }

    private static @Nullable Node target(Node part) {
        if (part.getProperties().get(LAST) instanceof Node last
                && takesKeys(last)
                && part.equals(part(last))
                && last.getScene() != null) {
            return last;
        }
        Node chosen = first(part, true);
        return chosen == null ? first(part, false) : chosen;
    }

    private static boolean takesKeys(Node node) {
        return node.isFocusTraversable() && !node.isDisabled() && isShown(node);
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /**
     * @param marked whether only what is marked counts
     */
    private static @Nullable Node first(Node node, boolean marked) {
        if (!node.isVisible() || node.isDisabled()) {
            return null;
        }
        boolean wanted =
                marked ? node.getStyleClass().contains(KEYS) : !(node instanceof ScrollPane);
        if (node.isFocusTraversable() && wanted) {
            return node;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = first(child, marked);
                if (found != null) {
                    return found;
                }
            }
        }
        // what only scrolls takes the keys where there is nothing else
        return !marked && node.isFocusTraversable() ? node : null;
    }
}
