package org.consilium.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.application.Platform;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.consilium.job.ExecutorJobRunner;
import org.consilium.job.JobRunner;
import org.consilium.job.Progress;
import org.consilium.ui.CssWarnings;
import org.consilium.ui.ScreenCheck;
import org.consilium.ui.common.UiWatch;
import org.consilium.ui.shell.Tour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

/** The real window with everything real behind it, from signing in to promoting a tuned model. */
@ExtendWith(ApplicationExtension.class)
class TourTest {
    private static final int PICTURES = 174;

    /**
     * Of processor time. The goal is {@link UiWatch#LIMIT}; what is over that, and why, stands in
     * docs/benchmarks.md, "The desk". Twice the longest that was seen on a machine with six times
     * the work that it can do, so that a busy machine alone fails nothing.
     */
    private static final Duration LONGEST = Duration.ofMillis(300);

    @TempDir private Path folder = Path.of("unset");

    @Test
    void everyStepHasAPictureInEveryThemeOnWhichNothingIsNamelessFaintOrCut() throws Exception {
        Platform.setImplicitExit(false);
        Home home = new Home(folder.resolve("home"), Path.of("models"));
        try (CssWarnings warnings = new CssWarnings();
                ContextAccess access = new ContextAccess(home);
                JobRunner jobs = new ExecutorJobRunner()) {
            ScreenCheck check = new ScreenCheck();
            Tour tour = new Tour(access, jobs, folder.resolve("out"), Progress.NONE, check);
            List<Path> pictures = tour.drive();

            assertThat(tour.slowAgain())
                    .as("tasks of the window's thread, at the second sight")
                    .allMatch(task -> task.time().compareTo(LONGEST) < 0);
            assertThat(check.nameless()).as("controls without a name").isEmpty();
            assertThat(check.faint()).as("contrast").isEmpty();
            assertThat(check.cut()).as("text that is cut").isEmpty();
            assertThat(check.controls()).isGreaterThan(1000);
            assertThat(check.texts()).isGreaterThan(3000);
            assertThat(pictures).hasSize(PICTURES);
            for (Path picture : pictures) {
                try (ImageInputStream image = ImageIO.createImageInputStream(picture.toFile())) {
                    ImageReader reader = ImageIO.getImageReaders(image).next();
                    reader.setInput(image);
                    assertThat(reader.getWidth(0)).isEqualTo(1440);
                    assertThat(reader.getHeight(0)).isEqualTo(900);
                    reader.dispose();
                }
            }
            assertThat(pictures).doesNotHaveDuplicates();
            assertThat(pictures).allSatisfy(each -> assertThat(Files.size(each)).isPositive());
            assertThat(warnings.seen()).isEmpty();
        }
        assertThat(home.exists()).isFalse();
    }
}
