package org.consilium.ui.common;

import java.text.Bidi;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/**
 * Words that take as many lines as their words need, but for words that run from right to left:
 * JavaFX 26.0.1 fails in PrismTextLayout.computeTrailingSpaceWidth when it wraps such, and never
 * lays the window out again.
 */
public final class Wrapping {
    private Wrapping() {}

    public static void of(Label label) {
        label.wrapTextProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> canWrap(label.getText()), label.textProperty()));
    }

    /** The same for a tooltip. */
    public static void of(Tooltip tooltip) {
        tooltip.wrapTextProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> canWrap(tooltip.getText()), tooltip.textProperty()));
    }

    static boolean canWrap(@Nullable String words) {
        return words == null || !Bidi.requiresBidi(words.toCharArray(), 0, words.length());
    }
}
