package org.consilium.ui.recommendation;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.consilium.recommend.safety.ItemSafety;
import org.consilium.recommend.safety.SafetyVerdict;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The verdict by icon, word and colour, and its reason in a line. */
final class SafetyChip extends HBox {
    private final Label chip = new Label();
    private final Label line = new Label();
    private final FontIcon icon = new FontIcon();

    SafetyChip() {
        getStyleClass().add("safety");
        chip.setGraphic(icon);
        chip.setMinWidth(USE_PREF_SIZE);
        line.getStyleClass().add("safety-line");
        line.setMinWidth(0);
        getChildren().addAll(chip, line);
    }

    /** Takes no room where there is nothing to say. */
    void show(ItemSafety safety) {
        SafetyVerdict verdict = safety.verdict();
        String words = SafetyWords.chip(safety);
        chip.setText(words);
        chip.getStyleClass().setAll("label", "safety-chip", style(verdict));
        icon.setIconCode(icon(verdict));
        line.setText(SafetyWords.line(safety));
        String full = SafetyWords.inFull(safety);
        line.setTooltip(full.isEmpty() ? null : new Tooltip(full));
        setVisible(!words.isEmpty());
        setManaged(!words.isEmpty());
    }

    static String style(@Nullable SafetyVerdict verdict) {
        return switch (verdict) {
            case null -> "not-checked";
            case CONTRAINDICATED -> "contraindicated";
            case CAUTION -> "caution";
        };
    }

    static Feather icon(@Nullable SafetyVerdict verdict) {
        return switch (verdict) {
            case null -> Feather.HELP_CIRCLE;
            case CONTRAINDICATED -> Feather.ALERT_OCTAGON;
            case CAUTION -> Feather.ALERT_TRIANGLE;
        };
    }
}
