package org.consilium.ui.shell;

import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.consilium.ui.common.Settings;
import org.consilium.ui.common.Theme;

/** Colours and text size, for every window of the process; remembered. For the UI thread only. */
final class Appearance {
    /** Text sizes in percent (WCAG 2.2, 1.4.4: up to 200 % without loss). */
    static final List<Integer> SIZES = List.of(100, 125, 150, 175, 200);

    private static final String THEME = "window.colours";
    private static final String SIZE = "window.text";

    private final Settings settings;
    private final ReadOnlyObjectWrapper<Theme> theme;
    private final ReadOnlyIntegerWrapper size;

    /**
     * @param desktop used until the person has chosen
     */
    Appearance(Settings settings, Theme desktop) {
        this.settings = settings;
        theme = new ReadOnlyObjectWrapper<>(Theme.named(settings.get(THEME, ""), desktop));
        size = new ReadOnlyIntegerWrapper(size(settings.get(SIZE, "")));
        theme.get().apply();
    }

    private static int size(String remembered) {
        return SIZES.stream()
                .filter(each -> remembered.equals(each.toString()))
                .findFirst()
                .orElse(SIZES.getFirst());
    }

    ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    /** Of all text, in percent. */
    ReadOnlyIntegerProperty sizeProperty() {
        return size.getReadOnlyProperty();
    }

    void show(Theme wanted) {
        wanted.apply();
        theme.set(wanted);
        settings.put(THEME, wanted.name());
    }

    /**
     * @param percent one of {@link #SIZES}
     */
    void resize(int percent) {
        size.set(size(Integer.toString(percent)));
        settings.put(SIZE, Integer.toString(size.get()));
    }

    /** The next larger (or smaller) size, where there is one. */
    void step(int by) {
        int index = SIZES.indexOf(size.get()) + by;
        if (index >= 0 && index < SIZES.size()) {
            resize(SIZES.get(index));
        }
    }
}
