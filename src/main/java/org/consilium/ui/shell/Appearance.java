package org.consilium.ui.shell;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.consilium.ui.common.Theme;

/** Light or dark, for every window of the process. For the UI thread only. */
final class Appearance {
    private final ReadOnlyObjectWrapper<Theme> theme;

    Appearance(Theme first) {
        theme = new ReadOnlyObjectWrapper<>(first);
        first.apply();
    }

    ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    void show(Theme wanted) {
        wanted.apply();
        theme.set(wanted);
    }
}
