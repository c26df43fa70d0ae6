package org.consilium.ui.common;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.animation.AnimationTimer;

/**
 * Work in pieces, one for each picture that is drawn, so that the window answers in between: a
 * piece is laid out with its own picture, not all of them with one. For the UI thread only.
 */
public final class ByPulse {
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
                    }
                }
            };

    /** Does pieces one after the other; of what was asked for before, what is left is not done. */
    public void instead(List<Runnable> pieces) {
        waiting.clear();
        waiting.addAll(pieces);
        if (!waiting.isEmpty()) {
            timer.start();
        }
    }
}
