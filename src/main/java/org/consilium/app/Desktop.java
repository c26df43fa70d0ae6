package org.consilium.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.consilium.cli.Gateway.NoPicturesException;
import org.consilium.job.ExecutorJobRunner;
import org.consilium.job.JobRunner;
import org.consilium.job.Progress;
import org.consilium.ui.common.Theme;
import org.consilium.ui.shell.ConsiliumWindow;
import org.consilium.ui.shell.Tour;

/** Starts JavaFX: once a process, either on the display or without one. Thread-safe. */
final class Desktop {
    /** Held, since a logger that nobody holds is collected with its filter. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    static {
        // JavaFX asks for the module path, which DJL's native libraries can't be on
        JAVAFX.setFilter(
                record -> !String.valueOf(record.getMessage()).startsWith("Unsupported JavaFX"));
    }

    private final Display display;
    private final CompletableFuture<Boolean> closed = new CompletableFuture<>();

    Desktop(Display display) {
        this.display = display;
    }

    /** Opens the window; returns when it is closed. */
    void show(Home home, boolean demo) throws NoPicturesException, IOException {
        refuse(display.missingForWindow());
        try (ContextAccess access = new ContextAccess(home);
                JobRunner jobs = new ExecutorJobRunner()) {
            SettingsFile settings = new SettingsFile(display.paths().settings(), jobs);
            Platform.startup(() -> {
                try {
                    Stage stage = new Stage();
                    stage.setOnHidden(event -> closed.complete(true));
                    new ConsiliumWindow(access, jobs, settings, Theme.ofDesktop())
                            .show(stage, demo);
                } catch (RuntimeException e) {
                    closed.completeExceptionally(e);
                }
            });
            closed.join();
            settings.write();
        }
    }

    /** Drives the window without a display and writes pictures of it. */
    List<Path> tour(Home home, Path out, Progress progress) throws Exception {
        refuse(display.missingForPictures());
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        try (ContextAccess access = new ContextAccess(home);
                JobRunner jobs = new ExecutorJobRunner()) {
            Platform.startup(() -> {});
            Tour tour = new Tour(access, jobs, out, progress);
            List<Path> pictures = tour.drive();
            Files.write(
                    out.resolve("slow.txt"), tour.slow().stream().map(Object::toString).toList());
            Files.write(
                    out.resolve("slow-again.txt"),
                    tour.slowAgain().stream().map(Object::toString).toList());
            return pictures;
        } finally {
            Platform.exit();
        }
    }

    /**
     * Ends {@link #show} from another thread: it closes the store and returns. The window itself is
     * left alone, since when the process is told to end JavaFX takes itself apart at the same time.
     */
    void close() {
        closed.complete(true);
    }

    private static void refuse(Set<String> packages) throws NoPicturesException {
        if (!packages.isEmpty()) {
            throw new NoPicturesException(
                    "This machine lacks libraries for graphics: install them first (on Debian or Ubuntu: apt-get install %s)."
                            .formatted(String.join(" ", packages)));
        }
    }
}
