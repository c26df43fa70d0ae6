package org.consilium.ui.shell;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.consilium.ui.common.Theme;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where colours and text size are chosen. */
final class AppearanceMenu extends MenuButton {
    AppearanceMenu(Appearance appearance) {
        setId("appearance");
        setMinWidth(USE_PREF_SIZE);
        setText("View");
        setGraphic(new FontIcon(Feather.EYE));
        getStyleClass().add("flat");
        setTooltip(new Tooltip("Colours and text size"));
        setAccessibleText("View: colours and text size");
        ToggleGroup colours = new ToggleGroup();
        for (Theme theme : Theme.values()) {
            RadioMenuItem item = item(theme.words(), colours);
            item.setId("colours-" + theme.name());
            item.setOnAction(event -> appearance.show(theme));
            appearance
                    .themeProperty()
                    .addListener((observed, before, now) -> item.setSelected(now == theme));
            item.setSelected(appearance.themeProperty().get() == theme);
        }
        getItems().add(new SeparatorMenuItem());
        ToggleGroup sizes = new ToggleGroup();
        for (int percent : Appearance.SIZES) {
            RadioMenuItem item = item("Text %d %%".formatted(percent), sizes);
            item.setId("text-" + percent);
            item.setOnAction(event -> appearance.resize(percent));
            appearance
                    .sizeProperty()
                    .addListener(
                            (observed, before, now) -> item.setSelected(now.intValue() == percent));
            item.setSelected(appearance.sizeProperty().get() == percent);
        }
    }

    /** The item of an id; for who drives the window. */
    MenuItem item(String id) {
        return getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    private RadioMenuItem item(String words, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setToggleGroup(group);
        getItems().add(item);
        return item;
    }
}
