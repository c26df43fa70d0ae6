package org.consilium.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import org.consilium.ui.common.Theme;
import org.consilium.ui.shell.Picture;

/**
 * Pictures of a screen without a display, light and dark, 1440 by 900; a style sheet that JavaFX
 * complains about fails the test.
 */
public final class Snapshots {
    private Snapshots() {}

    private static final int WIDTH = Integer.getInteger("snapshot.width", 1440);
    private static final int HEIGHT = Integer.getInteger("snapshot.height", 900);

    /** Where pictures go: a folder of the build. */
    private static final Path FOLDER = Path.of("target", "snapshots");

    public static void take(String name, Supplier<Parent> screen) throws Exception {
        take(name, screen, root -> {});
    }

    /**
     * @param then what is done once the screen stands
     */
    public static void take(String name, Supplier<Parent> screen, Consumer<Parent> then)
            throws Exception {
        Files.createDirectories(FOLDER);
        try (CssWarnings warnings = new CssWarnings()) {
            pictures(name, screen, then);
            assertThat(warnings.seen()).isEmpty();
        }
    }

    private static void pictures(String name, Supplier<Parent> screen, Consumer<Parent> then)
            throws Exception {
        for (boolean dark : new boolean[] {false, true}) {
            CompletableFuture<WritableImage> taken = new CompletableFuture<>();
            Platform.runLater(() -> {
                try {
                    (dark ? Theme.DARK : Theme.LIGHT).apply();
                    Scene scene = new Scene(screen.get(), WIDTH, HEIGHT);
                    Theme.dress(scene);
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                    then.accept(scene.getRoot());
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                    taken.complete(scene.snapshot(null));
                } catch (RuntimeException e) {
                    taken.completeExceptionally(e);
                }
            });
            Picture.write(taken.get(), FOLDER.resolve(name + (dark ? "-dark.png" : "-light.png")));
        }
    }
}
