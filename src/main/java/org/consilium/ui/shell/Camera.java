package org.consilium.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.scene.image.Image;
import org.consilium.job.JobRunner;
import org.consilium.job.Progress;
import org.consilium.ui.common.Theme;
import org.consilium.ui.common.UiWatch;

/**
 * Takes the pictures of the tour and says where it is. Switched off it takes none: then the window
 * does what a person alone makes it do. For any thread but the window's; used by one.
 */
final class Camera implements Step {
    private static final int LARGE = 200;

    private final ConsiliumWindow window;
    private final Driver driver;
    private final JobRunner jobs;
    private final Path out;
    private final Progress progress;
    private final Tour.Look look;
    private final int expected;
    private final List<Path> pictures = new ArrayList<>();
    private final List<CompletableFuture<?>> writing = new ArrayList<>();
    private boolean on = true;
    private UiWatch watch;
    private int steps;

    /**
     * @param jobs write the files
     * @param expected how many steps there will be
     */
    Camera(
            ConsiliumWindow window,
            Driver driver,
            JobRunner jobs,
            Path out,
            Progress progress,
            Tour.Look look,
            UiWatch watch,
            int expected) {
        this.window = window;
        this.driver = driver;
        this.jobs = jobs;
        this.out = out;
        this.progress = progress;
        this.look = look;
        this.watch = watch;
        this.expected = expected;
    }

    /**
     * From now on it takes no pictures.
     *
     * @param told where the tour is
     */
    void off(UiWatch told) {
        on = false;
        watch = told;
    }

    /** From now on it takes pictures again. */
    void on(UiWatch told) {
        on = true;
        watch = told;
    }

    /** In every theme. */
    @Override
    public void take(String name) throws Exception {
        progress.checkCancelled();
        watch.at(name);
        if (!on) {
            driver.settle();
            return;
        }
        steps++;
        progress.report(steps, expected, "Picture of " + name);
        for (Theme theme : Theme.values()) {
            picture(name, theme);
        }
        back();
    }

    /** With text at 200 %. */
    void large(String name) throws Exception {
        if (on) {
            watch.pause(true);
            resize(LARGE);
            picture(name + "-200", Theme.LIGHT);
            picture(name + "-200", Theme.HIGH_CONTRAST);
            resize(100);
            back();
        }
    }

    /** In light colours alone. */
    void once(String name) throws Exception {
        if (on) {
            picture(name, Theme.LIGHT);
            back();
        }
    }

    /**
     * @return the files, once they are written
     */
    List<Path> pictures() {
        writing.forEach(CompletableFuture::join);
        return List.copyOf(pictures);
    }

    private void resize(int percent) throws Exception {
        Driver.on(() -> {
            window.appearance().resize(percent);
            return true;
        });
    }

    /** To what the person sees; what was done for the picture is nobody's work. */
    private void back() throws Exception {
        show(Theme.LIGHT);
        driver.settle();
        watch.pause(false);
    }

    private void show(Theme theme) throws Exception {
        watch.pause(true);
        Driver.on(() -> {
            if (window.appearance().themeProperty().get() != theme) {
                window.appearance().show(theme);
            }
            return true;
        });
    }

    private void picture(String name, Theme theme) throws Exception {
        show(theme);
        Image picture = driver.picture();
        String file =
                "%02d-%s-%s"
                        .formatted(
                                steps,
                                name,
                                theme.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        Driver.on(() -> {
            // words may have changed since the picture
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            look.at(file, window.scene(), picture);
            return true;
        });
        Path path = out.resolve(file + ".png");
        writing.add(
                jobs.io(
                        running -> {
                            Picture.write(picture, path);
                            return path;
                        },
                        Progress.NONE));
        pictures.add(path);
    }
}
