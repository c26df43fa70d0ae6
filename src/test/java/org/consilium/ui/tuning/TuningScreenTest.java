package org.consilium.ui.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.consilium.job.ExecutorJobRunner;
import org.consilium.job.JobRunner;
import org.consilium.tuning.ModelSummary;
import org.consilium.ui.SamplePatient;
import org.consilium.ui.common.ViewState;
import org.consilium.ui.common.Views;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The screen with real threads; the run goes on only as far as the test lets it. */
@ExtendWith(ApplicationExtension.class)
class TuningScreenTest {
    private final Semaphore epochs = new Semaphore(0);
    private final SampleModels shelf =
            new SampleModels().beforeEachEpoch(epochs::acquireUninterruptibly);
    private final JobRunner jobs = new ExecutorJobRunner();
    private TuningView view;

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        view =
                new TuningView(
                        shelf,
                        jobs,
                        Views::onUi,
                        Clock.systemUTC(),
                        SamplePatient.COHORT,
                        SampleStudio.desk(() -> {}));
        stage.setX(0);
        stage.setY(0);
        stage.setScene(new Scene(view.root(), 1440, 900));
        stage.show();
    }

    @AfterEach
    void close() {
        epochs.release(100);
        jobs.close();
    }

    private static void press(FxRobot robot, String button) {
        robot.interact(() -> robot.lookup(button).queryAs(Button.class).fire());
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void fineTune(FxRobot robot) throws Exception {
        until(() -> !view.models().list().isEmpty());
        press(robot, "#tune-start");
        epochs.release(100);
        until(() -> view.fineTune().stateProperty().get() instanceof ViewState.Loaded<?>);
        until(() -> view.models().list().size() == 2);
    }

    @Test
    void cancelLeavesTheStateUnchanged(FxRobot robot) throws Exception {
        until(() -> !view.models().list().isEmpty());
        List<ModelSummary> before = shelf.list();
        press(robot, "#tune-start");
        epochs.release(3);
        until(() -> view.fineTune().epochs().size() == 3);
        assertThat(robot.lookup("#tune-message").queryAs(Label.class).getText())
                .startsWith("Epoch 3 of 20, ");
        press(robot, "#tune-cancel");
        epochs.release(1);
        until(() -> view.fineTune().stateProperty().get() instanceof ViewState.Idle<?>);
        assertThat(shelf.list()).isEqualTo(before);
        assertThat(shelf.served()).isEqualTo(SampleModels.BASE);
        assertThat(robot.lookup("#tune-message").queryAs(Label.class).getText())
                .isEqualTo("Cancelled: nothing was changed.");
        assertThat(robot.lookup("#tune-start").queryButton().isDisabled()).isFalse();
    }

    @Test
    void promoteChangesWhatIsServedOnceItIsConfirmed(FxRobot robot) throws Exception {
        fineTune(robot);
        until(() -> !robot.lookup("#promote").queryButton().isDisabled());
        press(robot, "#promote");
        assertThat(shelf.served()).isEqualTo(SampleModels.BASE);
        press(robot, "#confirm");
        until(() -> robot.lookup("#promote").queryButton().isDisabled());
        assertThat(shelf.served()).isEqualTo("riverside-2025-02-20");
        assertThat(robot.lookup("#model-notice").queryAs(Label.class).getText())
                .isEqualTo("Recommendations now come from riverside-2025-02-20.");
        ListView<?> list = robot.lookup("#model-list").queryListView();
        assertThat(list.getItems()).filteredOn(each -> ((ModelSummary) each).served()).hasSize(1);
        press(robot, "#rollback");
        press(robot, "#confirm");
        until(() -> shelf.served().equals(SampleModels.BASE));
    }

    @Test
    void afterARunTheTableSaysWhatChanged(FxRobot robot) throws Exception {
        fineTune(robot);
        until(() ->
                view.models().detailsProperty().get() instanceof ModelsViewModel.Details d
                        && d.run() != null);
        ComparisonTable table = robot.lookup("#comparison").queryAs(ComparisonTable.class);
        assertThat(robot.from(table).lookup(".label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("All kinds", "0.798", "0.871", "+0.073", "better", "worse");
    }
}
