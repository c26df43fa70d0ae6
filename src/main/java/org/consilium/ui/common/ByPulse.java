package org.consilium.ui.common;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;

/**
 * Work in pieces, one for each picture that is drawn, so that the window answers in between: a
 * piece is laid out with its own picture, not all of them with one. For the UI thread only.
 */
public final class ByPulse {
    private static final String OWNER = "filled-by-pulse";
    private static final String AT_WORK = "org.consilium.at-work";

    private final Node owner;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final AnimationTimer timer =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    Runnable piece = waiting.poll();
                    if (piece != null) {
                        piece.run();
                    }
                    if (waiting.isEmpty()) {
                        stop();
                        owner.getProperties().remove(AT_WORK);
                    }
                }
            };

    /**
     * @param owner what is filled so
     */
    public ByPulse(Node owner) {
        this.owner = owner;
        owner.getStyleClass().add(OWNER);
    }

    /** Whether something under a node, or the node, is still being filled. */
    public static boolean isAtWork(Node root) {
        return root.lookupAll("." + OWNER).stream()
                .anyMatch(node -> node.getProperties().containsKey(AT_WORK));
    }

    /** Does pieces one after the other; of what was asked for before, what is left is not done. */
    public void instead(List<Runnable> pieces) {
        waiting.clear();
        waiting.addAll(pieces);
        if (!waiting.isEmpty()) {
            owner.getProperties().put(AT_WORK, true);
            timer.start();
        }
    }
}
