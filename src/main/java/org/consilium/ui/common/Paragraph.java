package org.consilium.ui.common;

import javafx.scene.control.Label;

/**
 * A label that takes as many lines as its words need, whatever way they run: see {@link Wrapping}.
 */
public final class Paragraph extends Label {
    public Paragraph() {
        this("");
    }

    public Paragraph(String words) {
        super(words);
        Wrapping.of(this);
    }
}
