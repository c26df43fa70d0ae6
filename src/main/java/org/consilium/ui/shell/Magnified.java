package org.consilium.ui.shell;

import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Scale;

/**
 * Its content, larger: text, signs and room alike, laid out anew in the room that is left, as a
 * browser's zoom does. So nothing that fits at 100 % is cut at 200 %; screens change their layout
 * where they become narrow.
 */
final class Magnified extends Region {
    private final StackPane content;
    private final Scale scale = new Scale(1, 1, 0, 0);

    /**
     * @param percent 100 is as designed
     */
    Magnified(StackPane content, ObservableIntegerValue percent) {
        this.content = content;
        content.getTransforms().add(scale);
        getChildren().add(content);
        percent.addListener((observed, before, now) -> magnify(now.doubleValue() / 100));
        magnify(percent.get() / 100.0);
    }

    private void magnify(double factor) {
        scale.setX(factor);
        scale.setY(factor);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / scale.getX(), getHeight() / scale.getY());
    }
}
