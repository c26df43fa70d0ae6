package org.consilium.ui.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.PatientSummary;
import org.consilium.job.ExecutorJobRunner;
import org.consilium.quality.Records;
import org.consilium.ui.CssWarnings;
import org.consilium.ui.SampleStore;
import org.consilium.ui.Snapshots;
import org.consilium.ui.common.Navigator;
import org.consilium.ui.common.PatientSelection;
import org.consilium.ui.common.Theme;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The screen with the real service, real threads and keys. */
@ExtendWith(ApplicationExtension.class)
class QualityScreenTest implements Navigator {
    @AutoClose private final CssWarnings warnings = new CssWarnings();
    @AutoClose private final SampleStore store = new SampleStore();
    @AutoClose private final ExecutorJobRunner jobs = new ExecutorJobRunner();
    private final List<PatientSelection> opened = new ArrayList<>();
    private final StackPane place = new StackPane();

    @Start
    void start(Stage stage) {
        Theme.LIGHT.apply();
        Scene scene = new Scene(place, 1440, 900);
        Theme.dress(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setScene(scene);
        stage.show();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aBarOpensItsPatientsByKeysAlone(FxRobot robot) throws Exception {
        robot.interact(() -> {
            QualityView view = new QualityView(store.services(jobs), this, store.cohort());
            place.getChildren().setAll(view.root());
            view.open(store.cohort());
        });
        until(() -> robot.lookup("#quality-points").tryQuery().isPresent());
        assertThat(robot.lookup("#quality-size").queryAs(Label.class).getText())
                .startsWith("1 patient \u00b7 ");
        Button bar =
                robot.lookup(".bar-button").queryAllAs(Button.class).stream()
                        .findFirst()
                        .orElseThrow();
        assertThat(bar.getAccessibleText()).contains("Open 1 patient");
        robot.interact(bar::requestFocus);
        robot.type(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(opened)
                .singleElement()
                .matches(some -> some.ids().contains(store.patient().patient().id()));
        assertThat(warnings.seen()).isEmpty();
    }

    @Test
    void pictures() throws Exception {
        Snapshots.take(
                "quality",
                () -> {
                    StackPane screen = new StackPane(new QualityPane(Records.messy(), bar -> {}));
                    screen.getStyleClass().add("screen");
                    screen.getStylesheets()
                            .add(
                                    String.valueOf(
                                            QualityController.class.getResource("quality.css")));
                    return screen;
                });
    }

    @Override
    public void cohorts() {}

    @Override
    public void worklist(Cohort cohort) {}

    @Override
    public void worklist(Cohort cohort, PatientSelection selection) {
        opened.add(selection);
    }

    @Override
    public void patient(Cohort cohort, PatientSummary patient) {}

    @Override
    public void tuning(Cohort cohort) {}

    @Override
    public void quality(Cohort cohort) {}
}
