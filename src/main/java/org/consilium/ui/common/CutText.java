package org.consilium.ui.common;

import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Tells the whole of what has no room, where the pointer rests, and nothing else. */
public final class CutText {
    private CutText() {}

    /** While the words are cut, a tooltip has them all; none is made before. */
    public static void tell(Labeled labeled) {
        Runnable change = () -> labeled.setTooltip(tooltip(labeled));
        labeled.textTruncatedProperty().addListener((observed, before, cut) -> change.run());
        labeled.textProperty()
                .addListener((observed, before, words) -> {
                    if (labeled.getTooltip() != null) {
                        change.run();
                    }
                });
    }

    private static @Nullable Tooltip tooltip(Labeled labeled) {
        return labeled.isTextTruncated() ? new Tooltip(labeled.getText()) : null;
    }
}
