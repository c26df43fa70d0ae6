package org.consilium.ui.shell;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.consilium.ui.common.Settings;
import org.jspecify.annotations.Nullable;

/** Where the window stood and how large it was when it was closed. For the UI thread only. */
record WindowPlace(double x, double y, double width, double height, boolean maximised) {
    private static final String NAME = "window.place";

    /** So much of the window must be on a screen, or it opens where the desktop puts it. */
    private static final double IN_SIGHT = 100;

    /** Puts the window where it was, and remembers where it is once it is closed. */
    static void remember(Stage stage, Settings settings) {
        WindowPlace last = parse(settings.get(NAME, ""));
        if (last != null && last.isInSight()) {
            stage.setX(last.x);
            stage.setY(last.y);
            stage.setWidth(last.width);
            stage.setHeight(last.height);
            stage.setMaximized(last.maximised);
        }
        stage.setOnHiding(event -> settings.put(NAME, of(stage).words()));
    }

    private static WindowPlace of(Stage stage) {
        return new WindowPlace(
                stage.getX(),
                stage.getY(),
                stage.getWidth(),
                stage.getHeight(),
                stage.isMaximized());
    }

    private boolean isInSight() {
        return Screen.getScreens().stream().map(Screen::getVisualBounds).anyMatch(this::isInSight);
    }

    private boolean isInSight(Rectangle2D screen) {
        return x + width >= screen.getMinX() + IN_SIGHT
                && x <= screen.getMaxX() - IN_SIGHT
                && y >= screen.getMinY() - IN_SIGHT
                && y <= screen.getMaxY() - IN_SIGHT;
    }

    private String words() {
        return "%s %s %s %s %s".formatted(x, y, width, height, maximised);
    }

    private static @Nullable WindowPlace parse(String words) {
        String[] parts = words.split(" ");
        if (parts.length != 5) {
            return null;
        }
        try {
            return new WindowPlace(
                    Double.parseDouble(parts[0]),
                    Double.parseDouble(parts[1]),
                    Double.parseDouble(parts[2]),
                    Double.parseDouble(parts[3]),
                    Boolean.parseBoolean(parts[4]));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
