package org.consilium.ui.common;

import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;

/** Tells the whole of what has no room, where the pointer rests, and nothing else. */
public final class CutText {
    private CutText() {}

    /** While the words are cut, a tooltip has them all. */
    public static void tell(Labeled labeled) {
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(labeled.textProperty());
        labeled.textTruncatedProperty()
                .addListener((observed, before, cut) -> labeled.setTooltip(cut ? whole : null));
    }
}
