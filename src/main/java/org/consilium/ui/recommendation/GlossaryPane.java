package org.consilium.ui.recommendation;

import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.util.Duration;
import org.consilium.ui.common.Views;
import org.consilium.ui.common.Wrapping;

/** Words with their meaning: on hover, and below them for who comes by keyboard. */
public final class GlossaryPane extends FlowPane {
    private static final double WIDTH = 360;

    public GlossaryPane() {
        getStyleClass().add("glossary-pane");
        getChildren().add(Texts.quiet("What the words mean:"));
        for (Glossary entry : Glossary.values()) {
            getChildren().add(word(entry));
        }
    }

    private static Label word(Glossary entry) {
        Label label = new Label(entry.word());
        label.getStyleClass().add("glossary-word");
        Tooltip tooltip = new Tooltip(entry.meaning());
        Wrapping.of(tooltip);
        tooltip.setMaxWidth(WIDTH);
        tooltip.setShowDelay(Duration.millis(200));
        tooltip.setShowDuration(Duration.INDEFINITE);
        label.setTooltip(tooltip);
        label.setFocusTraversable(true);
        label.setAccessibleText(entry.word() + ": " + entry.meaning());
        label.focusedProperty()
                .addListener((observed, before, focused) -> {
                    if (focused) {
                        // where it is once it was scrolled to
                        Views.later(() -> show(tooltip, label));
                    } else {
                        tooltip.hide();
                    }
                });
        return label;
    }

    private static void show(Tooltip tooltip, Label label) {
        Point2D place = label.isFocused() ? label.localToScreen(0, label.getHeight()) : null;
        if (place != null) {
            tooltip.show(label, place.getX(), place.getY());
        }
    }
}
