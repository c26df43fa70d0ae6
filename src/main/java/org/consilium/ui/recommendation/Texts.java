package org.consilium.ui.recommendation;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.consilium.ui.common.Paragraph;

/** Labels that these panes are made of. */
final class Texts {
    private Texts() {}

    static Label sentence(String words) {
        return label(words, "sentence");
    }

    static Label title(String words) {
        return label(words, "more-title");
    }

    static Label quiet(String words) {
        return label(words, "quiet");
    }

    private static Label label(String words, String style) {
        Label label = new Paragraph(words);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
