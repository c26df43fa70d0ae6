package org.consilium.ui.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.application.Platform;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads views. For the UI thread only, but for {@link #onUi}. */
public final class Views {
    private Views() {}

    /**
     * Loads an FXML file that stands beside the controller's class; style sheets are named in it.
     */
    public static Parent load(Object controller, String file) {
        URL location = controller.getClass().getResource(file);
        FXMLLoader loader = new FXMLLoader(Objects.requireNonNull(location, file));
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("The window's part " + file + " cannot be read.", e);
        }
    }

    /** Runs an action on the UI thread, at once where it is called from it. */
    public static void onUi(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }

    /** Lays out and draws soon, also where nothing has changed. */
    public static void nextPulse() {
        Platform.requestNextPulse();
    }

    /** Runs an action on the UI thread after what is under way there. */
    public static void later(Runnable action) {
        Platform.runLater(action);
    }
}
