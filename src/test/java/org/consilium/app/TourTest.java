package org.consilium.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javax.imageio.ImageIO;
import org.consilium.job.ExecutorJobRunner;
import org.consilium.job.JobRunner;
import org.consilium.job.Progress;
import org.consilium.ui.CssWarnings;
import org.consilium.ui.shell.Tour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

/** The real window with everything real behind it, from signing in to promoting a tuned model. */
@ExtendWith(ApplicationExtension.class)
class TourTest {
    @TempDir private Path folder = Path.of("unset");

    @Test
    void everyStepOfTheMainJobHasAPictureInLightAndDark() throws Exception {
        Platform.setImplicitExit(false);
        Home home = new Home(folder.resolve("home"), Path.of("models"));
        try (CssWarnings warnings = new CssWarnings();
                ContextAccess access = new ContextAccess(home);
                JobRunner jobs = new ExecutorJobRunner()) {
            List<Path> pictures =
                    new Tour(access, jobs, folder.resolve("out"), Progress.NONE).drive();

            assertThat(pictures).hasSize(44);
            for (Path picture : pictures) {
                BufferedImage image = ImageIO.read(picture.toFile());
                assertThat(image.getWidth()).isEqualTo(1440);
                assertThat(image.getHeight()).isEqualTo(900);
            }
            assertThat(pictures).extracting(each -> Files.size(each)).doesNotHaveDuplicates();
            assertThat(warnings.seen()).isEmpty();
        }
        assertThat(home.exists()).isFalse();
    }
}
