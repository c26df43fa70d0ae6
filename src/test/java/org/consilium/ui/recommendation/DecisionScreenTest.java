package org.consilium.ui.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.consilium.clinical.Decision;
import org.consilium.clinical.Decision.Verdict;
import org.consilium.job.InlineJobRunner;
import org.consilium.ui.SampleAdvice;
import org.consilium.ui.SamplePatient;
import org.consilium.ui.common.Theme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Deciding with the keyboard alone, and what becomes of it on screen. */
@ExtendWith(ApplicationExtension.class)
class DecisionScreenTest {
    private final SampleAdvice advice = new SampleAdvice();
    private final RecommendationsViewModel model =
            new RecommendationsViewModel(
                    advice,
                    new InlineJobRunner(),
                    Runnable::run,
                    Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                    "amara",
                    SamplePatient.COHORT.id(),
                    SamplePatient.patient().id());

    @Start
    void start(Stage stage) {
        Theme.LIGHT.apply();
        WhyView why = new WhyView(model);
        RecommendationsView list = new RecommendationsView(model, why);
        model.load(SamplePatient.LATEST);
        stage.setX(0);
        stage.setY(0);
        Scene scene = new Scene(new HBox(list.root(), why.root()), 1000, 800);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @BeforeEach
    void takeKeys(FxRobot robot) {
        robot.interact(() -> robot.lookup("#recommendation-list").query().requestFocus());
    }

    private static String outcome(FxRobot robot) {
        return robot.lookup("#decision-outcome").queryAs(Label.class).getText();
    }

    @Test
    void keyMAsksForTheChangeAndEnterRecordsIt(FxRobot robot) {
        robot.type(KeyCode.M);
        TextField change = robot.lookup("#modify-change").queryAs(TextField.class);
        assertThat(change.isFocused()).isTrue();
        robot.type(KeyCode.ENTER);
        assertThat(advice.recorded()).isEmpty();
        robot.interact(() -> change.setText("half the dose"));
        robot.type(KeyCode.ENTER);
        assertThat(outcome(robot)).startsWith("Accepted with a change by amara");
        assertThat(robot.lookup("#recommendation-list").query().isFocused()).isTrue();
    }

    @Test
    void keySPutsOffUntilTheDayThatIsChosen(FxRobot robot) {
        robot.type(KeyCode.S);
        robot.interact(() -> robot.lookup("#snooze-6").queryAs(Button.class).fire());
        robot.interact(() -> robot.lookup("#snooze-it").queryAs(Button.class).fire());
        Decision decision = advice.recorded().getFirst();
        LocalDate until = SamplePatient.LATEST.toLocalDate().plusMonths(6);
        assertThat(decision.verdict()).isEqualTo(Verdict.SNOOZED);
        assertThat(decision.until()).isEqualTo(until);
        assertThat(outcome(robot)).startsWith("Put off until 11-Aug-2025 by amara");
    }

    @Test
    void keyUTakesTheDecisionBackAndTheButtonIsThereOnlyThen(FxRobot robot) {
        Node undo = robot.lookup("#undo").query();
        assertThat(undo.isVisible()).isFalse();
        robot.type(KeyCode.A);
        assertThat(undo.isVisible()).isTrue();
        robot.type(KeyCode.U);
        assertThat(undo.isVisible()).isFalse();
        assertThat(robot.lookup("#decision-outcome").query().isVisible()).isFalse();
        assertThat(advice.recorded())
                .extracting(Decision::verdict)
                .containsExactly(Verdict.ACCEPTED, Verdict.UNDONE);
    }

    @Test
    void theCarePlanShowsWhatWasAccepted(FxRobot robot) {
        robot.type(KeyCode.A);
        ToggleButton plan = robot.lookup("#show-plan").queryAs(ToggleButton.class);
        assertThat(plan.getText()).isEqualTo("Care plan 1");
        robot.interact(plan::fire);
        ListView<?> list = robot.lookup("#plan-list").queryAs(ListView.class);
        assertThat(list.getItems()).hasSize(1);
        assertThat(robot.from(list).lookup(".wording").queryAs(Label.class).getText())
                .isEqualTo(model.rows().getFirst().name());
    }

    @Test
    void whatWasDeclinedStandsAmongWhatIsSetAsideWithItsStory(FxRobot robot) {
        robot.type(KeyCode.D);
        robot.type(KeyCode.DIGIT1);
        robot.type(KeyCode.ENTER);
        robot.interact(() -> model.load(SamplePatient.LATEST.plusDays(1)));
        ToggleButton aside = robot.lookup("#show-aside").queryAs(ToggleButton.class);
        assertThat(aside.getText()).isEqualTo("Set aside 1");
        robot.interact(aside::fire);
        Node story = robot.lookup("#earlier-pane").query();
        assertThat(story.isVisible()).isTrue();
        assertThat(robot.from(story).lookup(".earlier-story").queryAs(Label.class).getText())
                .startsWith("amara declined it on 11-Feb-2025: not indicated.");
        assertThat(robot.from(story).lookup(".sentence").queryAll()).isNotEmpty();
    }
}
