package org.consilium.ui.shell;

import javafx.beans.value.ObservableIntegerValue;
import javafx.collections.ListChangeListener;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/** Tooltips, menus and lists that drop down are windows of their own: their text grows, too. */
final class Popups implements ListChangeListener<Window> {
    /** Of text at 100 %, in pixels; as consilium.css has it. */
    private static final double TEXT = 13;

    private final ObservableIntegerValue percent;

    private Popups(ObservableIntegerValue percent) {
        this.percent = percent;
    }

    /** From now on, for every popup of the process. */
    static void magnify(ObservableIntegerValue percent) {
        Window.getWindows().addListener(new Popups(percent));
    }

    @Override
    public void onChanged(Change<? extends Window> change) {
        while (change.next()) {
            for (Window window : change.getAddedSubList()) {
                if (window instanceof PopupWindow popup) {
                    popup.getScene()
                            .getRoot()
                            .setStyle(
                                    percent.get() == 100
                                            ? ""
                                            : "-fx-font-size: %spx"
                                                    .formatted(TEXT * percent.get() / 100));
                }
            }
        }
    }
}
