package org.consilium.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.consilium.job.ExecutorJobRunner;
import org.consilium.job.Job;
import org.consilium.security.AccessException;
import org.consilium.ui.CssWarnings;
import org.consilium.ui.SampleStore;
import org.consilium.ui.common.Services;
import org.consilium.ui.common.Theme;
import org.consilium.ui.signin.Access;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window around a real store: in by keys, about, and out again. */
@ExtendWith(ApplicationExtension.class)
class WindowTest {
    private static final String PASSPHRASE = "open sesame";

    @AutoClose private final CssWarnings warnings = new CssWarnings();
    @AutoClose private final SampleStore store = new SampleStore();
    @AutoClose private final ExecutorJobRunner jobs = new ExecutorJobRunner();
    private boolean closed;

    private final class Door implements Access {
        @Override
        public boolean storeExists() {
            return true;
        }

        @Override
        public Job<Services> create(char[] passphrase) {
            return unlock(passphrase);
        }

        @Override
        public Job<Services> unlock(char[] passphrase) {
            String words = new String(passphrase);
            return progress -> {
                if (!words.equals(PASSPHRASE)) {
                    throw new AccessException("The passphrase is wrong.");
                }
                return store.services(jobs);
            };
        }

        @Override
        public Job<Services> demo() {
            return progress -> store.services(jobs);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Start
    void start(Stage stage) {
        stage.setX(0);
        stage.setY(0);
        new ConsiliumWindow(new Door(), jobs, Theme.LIGHT).show(stage, false);
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean is(FxRobot robot, String selector) {
        return robot.lookup(selector).tryQuery().filter(node -> node.isVisible()).isPresent();
    }

    private static void signIn(FxRobot robot, String words) {
        PasswordField field = robot.lookup("#passphrase").queryAs(PasswordField.class);
        robot.interact(field::requestFocus);
        robot.write(words);
        robot.type(KeyCode.ENTER);
    }

    private static List<String> path(FxRobot robot) {
        return robot.lookup(".path .hyperlink").queryAllAs(Hyperlink.class).stream()
                .map(Hyperlink::getText)
                .toList();
    }

    @Test
    void aWrongPassphraseIsSaidWhereItWasTyped(FxRobot robot) throws Exception {
        signIn(robot, "open barley");
        until(() -> is(robot, "#sign-in-failure"));
        assertThat(robot.lookup("#sign-in-failure").queryAs(Label.class).getText())
                .isEqualTo("The passphrase is wrong.");
        signIn(robot, PASSPHRASE);
        until(() -> is(robot, "#cohort-cards"));
        assertThat(warnings.seen()).isEmpty();
    }

    @Test
    void syntheticPatientsAreSaidToBeSyntheticAndTheWayBackIsThere(FxRobot robot) throws Exception {
        signIn(robot, PASSPHRASE);
        until(() -> is(robot, ".open-cohort"));
        assertThat(is(robot, "#synthetic")).isFalse();
        robot.interact(() -> robot.lookup(".open-cohort").queryButton().fire());
        until(() -> is(robot, "#worklist"));
        assertThat(robot.lookup("#synthetic").queryAs(Label.class).getText())
                .startsWith("SYNTHETIC DATA");
        assertThat(is(robot, "#synthetic")).isTrue();
        assertThat(path(robot)).containsExactly("Cohorts");
        robot.interact(() -> robot.lookup(".path .hyperlink").queryAs(Hyperlink.class).fire());
        until(() -> is(robot, "#cohort-cards"));
        assertThat(path(robot)).isEmpty();
    }

    @Test
    void theDemoOpensItsPatientsAndSaysThatNothingIsKept(FxRobot robot) throws Exception {
        robot.interact(() -> robot.lookup("#explore-demo").queryButton().fire());
        until(() -> is(robot, "#worklist"));
        assertThat(robot.lookup("#synthetic").queryAs(Label.class).getText())
                .contains("nothing is kept");
    }

    @Test
    void signingOutClosesTheStoreAndAsksForThePassphrase(FxRobot robot) throws Exception {
        signIn(robot, PASSPHRASE);
        until(() -> is(robot, "#sign-out"));
        robot.interact(() -> robot.lookup("#sign-out").queryButton().fire());
        until(() -> is(robot, "#passphrase"));
        assertThat(closed).isTrue();
        assertThat(robot.lookup("#passphrase").queryAs(PasswordField.class).getText()).isEmpty();
        assertThat(is(robot, "#cohort-cards")).isFalse();
    }

    @Test
    void theColoursChangeForTheWholeWindow(FxRobot robot) throws Exception {
        signIn(robot, PASSPHRASE);
        until(() -> is(robot, "#theme"));
        String before = robot.lookup("#theme").queryButton().getAccessibleText();
        robot.interact(() -> robot.lookup("#theme").queryButton().fire());
        assertThat(robot.lookup("#theme").queryButton().getAccessibleText())
                .isNotEqualTo(before)
                .isEqualTo("Light colours");
        assertThat(warnings.seen()).isEmpty();
    }
}
