package org.consilium.ui.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.consilium.job.ExecutorJobRunner;
import org.consilium.ui.CssWarnings;
import org.consilium.ui.SampleStore;
import org.consilium.ui.common.Theme;
import org.consilium.ui.shell.Picture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A table of no known format: its columns are said, tried and imported. */
@ExtendWith(ApplicationExtension.class)
class MappedImportTest {
    @TempDir private Path folder = Path.of("unset");

    @AutoClose private final CssWarnings warnings = new CssWarnings();
    @AutoClose private final SampleStore store = new SampleStore();
    @AutoClose private final ExecutorJobRunner jobs = new ExecutorJobRunner();
    private final StackPane place = new StackPane();
    private CohortsView view;

    @Start
    void start(Stage stage) {
        Theme.LIGHT.apply();
        view = new CohortsView(store.services(jobs), new Nowhere());
        place.getChildren().setAll(view.root());
        Scene scene = new Scene(place, 1440, 990);
        Theme.dress(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setScene(scene);
        stage.show();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String text(FxRobot robot, String selector) {
        return robot.lookup(selector).queryAs(Label.class).getText();
    }

    private Path ward() throws Exception {
        return Files.writeString(
                folder.resolve("ward.csv"),
                """
                MRN;Sex;Born;Seen;Diagnosis;SBP
                101;F;13.05.1960;28.02.2024;Hypertension;151
                102;M;24.12.1948;29.02.2024;Asthma;
                103;M;01.01.1970;31.02.2024;Asthma;120
                """);
    }

    @Test
    void aTableThatNobodyKnowsIsMappedAndImported(FxRobot robot) throws Exception {
        Path table = ward();
        robot.interact(() -> view.offer(List.of(table)));
        until(() -> robot.lookup("#mapping").query().isVisible());
        until(() -> !robot.lookup("#mapping-columns").queryTableView().getItems().isEmpty());
        until(() -> robot.lookup("#mapping-rows").queryTableView().getItems().size() == 3);
        assertThat(text(robot, "#import-why")).contains("no known format");
        picture(robot, "mapping-light");
        robot.interact(() -> Theme.DARK.apply());
        picture(robot, "mapping-dark");
        robot.interact(() -> Theme.LIGHT.apply());
        robot.interact(() -> robot.lookup("#mapping-use").queryButton().fire());
        until(() -> robot.lookup("#import-start").query().isVisible());
        until(() -> text(robot, "#import-counts").startsWith("2 patients"));
        assertThat(text(robot, "#import-counts")).endsWith("1 row rejected.");
        robot.interact(() -> robot.lookup("#import-start").queryButton().fire());
        until(() -> robot.lookup("#import-report").query().isVisible());
        until(() -> text(robot, "#import-report").contains("now in ward"));
        assertThat(store.cohorts().byName("ward").patients()).isEqualTo(2);
        TableView<?> issues = robot.lookup("#import-issues").queryTableView();
        assertThat(issues.getItems()).hasSize(1);
        assertThat(warnings.seen()).isEmpty();
    }

    @Test
    void whatIsMissingIsSaidAndKeepsTheStepFromBeingUsed(FxRobot robot) throws Exception {
        Path table = ward();
        robot.interact(() -> view.offer(List.of(table)));
        until(() -> robot.lookup("#mapping").query().isVisible());
        until(() -> robot.lookup("#mapping-rows").queryTableView().getItems().size() == 3);
        ComboBox<?> first = robot.lookup("#mapping-columns .combo-box").queryAs(ComboBox.class);
        assertThat(first.getAccessibleText()).isEqualTo("What the column MRN is");
        robot.interact(() -> first.getSelectionModel().select(0));
        until(() -> text(robot, "#mapping-problem").contains("identifier"));
        assertThat(robot.lookup("#mapping-use").queryButton().isDisabled()).isTrue();
        robot.interact(() -> first.getSelectionModel().select(1));
        until(() -> !robot.lookup("#mapping-use").queryButton().isDisabled());
        robot.interact(() -> robot.lookup("#mapping-back").queryButton().fire());
        until(() -> !robot.lookup("#mapping").query().getParent().getParent().isVisible());
        assertThat(store.cohorts().list()).hasSize(1);
    }

    private void picture(FxRobot robot, String name) throws Exception {
        Path file = Path.of("target", "snapshots", name + ".png");
        Files.createDirectories(file.getParent());
        WritableImage[] image = new WritableImage[1];
        robot.interact(() -> image[0] = place.getScene().snapshot(null));
        Picture.write(image[0], file);
    }
}
