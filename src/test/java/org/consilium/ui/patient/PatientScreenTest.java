package org.consilium.ui.patient;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.consilium.clinical.Decision.DeclineReason;
import org.consilium.clinical.Decision.Verdict;
import org.consilium.job.ExecutorJobRunner;
import org.consilium.job.JobRunner;
import org.consilium.meaning.ShippedTables;
import org.consilium.ui.SampleStore;
import org.consilium.ui.common.Settings;
import org.consilium.ui.common.ViewState;
import org.consilium.ui.common.Views;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The screen with the real store, real threads and keys. */
@ExtendWith(ApplicationExtension.class)
class PatientScreenTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2025-03-01T09:00:00Z"), ZoneOffset.UTC);

    private final SampleStore store = new SampleStore();
    private final JobRunner jobs = new ExecutorJobRunner();
    private PatientView view;

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        view =
                new PatientView(
                        new PatientView.Desk(
                                "amara",
                                store.advice(),
                                ShippedTables.read(),
                                jobs,
                                Views::onUi,
                                CLOCK,
                                Settings.ofThisProcess()),
                        store.cohort(),
                        store.patient(),
                        store.timeline()::call,
                        () -> {});
        stage.setX(0);
        stage.setY(0);
        stage.setScene(new Scene(view.root(), 1440, 900));
        stage.show();
    }

    @AfterEach
    void close() {
        jobs.close();
        store.close();
    }

    private void waitForRecommendations(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> view.recommendations().stateProperty().get() instanceof ViewState.Loaded<?>);
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> view.keys().requestFocus());
    }

    private static void waitForOutcome(FxRobot robot, String words) throws Exception {
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> text(robot, "#decision-outcome").contains(words));
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    @Test
    void keyAAcceptsAndTheScreenSaysSoOnceItIsRecorded(FxRobot robot) throws Exception {
        waitForRecommendations(robot);
        robot.type(KeyCode.DOWN);
        String wording = text(robot, "#why-title");
        robot.type(KeyCode.A);
        waitForOutcome(robot, "Accepted by amara");
        assertThat(store.recorded()).hasSize(1);
        assertThat(store.recorded().getFirst().verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(wording)
                .startsWith("Consider ")
                .contains(store.recorded().getFirst().item().display().substring(0, 8));
        assertThat(text(robot, "#why-title")).isEqualTo(wording);
    }

    @Test
    void declineNeedsAReason(FxRobot robot) throws Exception {
        waitForRecommendations(robot);
        robot.type(KeyCode.D);
        Button decline = robot.lookup("#decline-with-reason").queryButton();
        assertThat(decline.isDisabled()).isTrue();
        robot.type(KeyCode.ENTER);
        assertThat(store.recorded()).isEmpty();
        robot.type(KeyCode.DIGIT4);
        assertThat(decline.isDisabled()).isFalse();
        robot.type(KeyCode.ENTER);
        waitForOutcome(robot, "patient declined");
        assertThat(store.recorded().getFirst().reason()).isEqualTo(DeclineReason.PATIENT_DECLINED);
    }

    @Test
    void escapeLeavesTheRecommendationOpen(FxRobot robot) throws Exception {
        waitForRecommendations(robot);
        robot.type(KeyCode.D);
        robot.type(KeyCode.DIGIT2);
        robot.type(KeyCode.ESCAPE);
        assertThat(store.recorded()).isEmpty();
        assertThat(robot.lookup("#decline-with-reason").queryButton().getParent().getParent())
                .matches(pane -> !pane.isVisible());
    }

    @Test
    void theListTakesTheKeysAgainAfterADecision(FxRobot robot) throws Exception {
        waitForRecommendations(robot);
        robot.type(KeyCode.D);
        robot.type(KeyCode.DIGIT1);
        robot.type(KeyCode.ENTER);
        waitForOutcome(robot, "not indicated");
        robot.type(KeyCode.DOWN);
        robot.type(KeyCode.A);
        waitForOutcome(robot, "Accepted by amara");
        assertThat(store.recorded()).hasSize(2);
    }

    @Test
    void anotherVisitIsAnotherRecordAndOtherAdvice(FxRobot robot) throws Exception {
        waitForRecommendations(robot);
        var before = view.recommendations().rows().getFirst();
        robot.interact(() -> view.patient().look(view.patient().visitsProperty().get().getLast()));
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () ->
                        view.recommendations().stateProperty().get() instanceof ViewState.Loaded<?>
                                && !view.recommendations().rows().getFirst().equals(before));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(view.patient().chartProperty().get()).isNotNull();
        Node problems = robot.lookup("#problems").query();
        assertThat(robot.from(problems).lookup(".active").queryAll()).isEmpty();
    }

    @Test
    void theBannerSaysWhoThisIs(FxRobot robot) throws Exception {
        waitForRecommendations(robot);
        Node banner = robot.lookup("#patient-banner").query();
        assertThat(robot.from(banner).lookup(".label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains(
                        "OKONKWO-HALE, Miriam",
                        "05-Sep-1961 (63y)",
                        "Female",
                        "SYNTHETIC",
                        "Allergy to amoxicillin: Anaphylaxis (severe), Urticaria (moderate), …;"
                                + " high risk\nLatex allergy");
        Node allergies = robot.lookup("#chart-allergies").query();
        assertThat(robot.from(allergies).lookup(".label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .anyMatch(text -> text.endsWith("Nausea (mild); high risk"));
        Label inBanner = robot.from(banner).lookup("#allergies").queryAs(Label.class);
        assertThat(inBanner.getHeight()).isEqualTo(inBanner.prefHeight(inBanner.getWidth()));
        assertThat(inBanner.getTooltip().getText()).contains("Nausea (mild); high risk");
    }
}
