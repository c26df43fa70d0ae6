package org.consilium.ui.recommendation;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.consilium.plan.Earlier;
import org.consilium.ui.common.Paragraph;

/** What was decided on the selected item before, and what has changed since. */
public final class EarlierPane extends VBox {
    public EarlierPane() {
        getStyleClass().add("earlier-pane");
    }

    void show(Earlier earlier) {
        getChildren().clear();
        String story = EarlierWords.story(earlier);
        if (!story.isEmpty()) {
            getChildren().add(text(story, "earlier-story"));
        }
        List<String> changes = EarlierWords.changes(EarlierWords.changed(earlier));
        if (!changes.isEmpty()) {
            getChildren().add(text("What has changed most in its score", "earlier-title"));
            changes.forEach(line -> getChildren().add(text(line, "sentence")));
        }
        setVisible(!story.isEmpty());
        setManaged(!story.isEmpty());
    }

    private static Label text(String words, String style) {
        Label label = new Paragraph(words);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
