package org.consilium.ui.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.consilium.job.InlineJobRunner;
import org.consilium.ui.SampleAdvice;
import org.consilium.ui.SamplePatient;
import org.consilium.ui.recommendation.Why.Bar;
import org.consilium.ui.recommendation.Why.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class EvidenceScreenTest {
    private final RecommendationsViewModel model =
            new RecommendationsViewModel(
                    new SampleAdvice(),
                    new InlineJobRunner(),
                    Runnable::run,
                    Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                    "amara",
                    SamplePatient.COHORT.id(),
                    SamplePatient.patient().id());

    @Start
    void start(Stage stage) {
        WhyView why = new WhyView(model);
        RecommendationsView list = new RecommendationsView(model, why);
        model.load(SamplePatient.LATEST);
        stage.setScene(new Scene(new HBox(list.root(), why.root()), 1000, 800));
        stage.show();
    }

    @Test
    void theNumbersOnScreenAddUpToTheScoreForEveryItem(FxRobot robot) {
        EvidenceBars bars = robot.lookup("#evidence-bars").queryAs(EvidenceBars.class);
        for (RecommendationRow row : model.rows()) {
            for (String view : new String[] {"#by-fact", "#by-group"}) {
                ToggleButton button = robot.lookup(view).queryAs(ToggleButton.class);
                robot.interact(() -> {
                    model.select(row);
                    button.fire();
                });
                long hundredths = 0;
                for (Bar bar : bars.bars()) {
                    if (bar.part() != Part.SUM) {
                        hundredths += hundredths(bar.number());
                    }
                }
                assertThat(hundredths)
                        .isEqualTo(hundredths(bars.bars().getLast().number()))
                        .isEqualTo(Math.round(row.recommendation().score() * 100));
            }
        }
    }

    private static long hundredths(String number) {
        return Math.round(Double.parseDouble(number.replace('\u2212', '-')) * 100);
    }

    @Test
    void whatIsWithheldStandsAboveTheListWithItsSourceAndIsOverriddenOnlyWithAReason(
            FxRobot robot) {
        ListView<?> held = robot.lookup("#withheld-list").queryAs(ListView.class);
        robot.interact(() -> held.getSelectionModel().select(0));
        assertThat(robot.lookup("#withheld-title").queryAs(Label.class).getText())
                .isEqualTo("Withheld 1: contraindicated for this patient");
        assertThat(robot.lookup("#accept").query().isVisible()).isFalse();
        assertThat(robot.lookup("#safety-pane").lookup(".safety-source").queryAll())
                .hasSizeGreaterThan(1)
                .allSatisfy(node -> assertThat(((Label) node).getText()).contains("https://"));
        Button override = robot.lookup("#override-with-reason").queryAs(Button.class);
        robot.interact(() -> robot.lookup("#override").queryAs(Button.class).fire());
        assertThat(override.isDisabled()).isTrue();
        robot.interact(
                () -> robot.lookup("#override-WILL_MONITOR").queryAs(RadioButton.class).fire());
        robot.interact(override::fire);
        assertThat(model.withheld().getFirst().stateWords()).isEqualTo("Overridden");
        assertThat(robot.lookup("#not-checked").queryAs(Label.class).getText())
                .startsWith("Not checked");
    }

    @Test
    void aScreenReaderHearsTheBars(FxRobot robot) {
        EvidenceBars bars = robot.lookup("#evidence-bars").queryAs(EvidenceBars.class);
        assertThat(bars.getAccessibleText()).startsWith("Starting point, any visit: ");
        assertThat(bars.getAccessibleText()).contains("Score, the sum: ");
    }
}
