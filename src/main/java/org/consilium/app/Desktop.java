package org.consilium.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.application.Platform;
import org.consilium.cli.Gateway.NoPicturesException;
import org.consilium.job.Progress;

/** Starts JavaFX: once a process, either on the display or without one. */
record Desktop(Display display) {

    /** Opens the window; returns when it is closed. */
    void show(Home home, boolean demo) throws NoPicturesException, IOException {
        refuse(display.missingForWindow());
        try (ContextAccess access = new ContextAccess(home)) {
            access.storeExists();
        }
    }

    /** Drives the window without a display and writes pictures of it. */
    List<Path> tour(Home out, Progress progress) throws Exception {
        refuse(display.missingForPictures());
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        try (ContextAccess access = new ContextAccess(out)) {
            access.storeExists();
            return List.of();
        }
    }

    /** Closes the window from another thread. */
    static void close() {
        Platform.exit();
    }

    private static void refuse(Set<String> packages) throws NoPicturesException {
        if (!packages.isEmpty()) {
            throw new NoPicturesException(
                    "This machine lacks libraries for graphics: install them first (on Debian or Ubuntu: apt-get install %s)."
                            .formatted(String.join(" ", packages)));
        }
    }
}
