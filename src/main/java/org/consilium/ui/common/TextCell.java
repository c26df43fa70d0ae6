package org.consilium.ui.common;

import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A cell that says what there is, and all of it where the pointer rests when it is cut. */
public final class TextCell<S, T> extends TableCell<S, T> {
    public TextCell() {
        CutText.tell(this);
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        setText(empty || item == null ? "" : item.toString());
    }
}
