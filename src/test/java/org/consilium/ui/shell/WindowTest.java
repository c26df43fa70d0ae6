package org.consilium.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.consilium.job.ExecutorJobRunner;
import org.consilium.ui.CssWarnings;
import org.consilium.ui.SampleStore;
import org.consilium.ui.common.Settings;
import org.consilium.ui.common.Theme;
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
    private static final String PASSPHRASE = Door.PASSPHRASE;

    @AutoClose private final CssWarnings warnings = new CssWarnings();
    @AutoClose private final SampleStore store = new SampleStore();
    @AutoClose private final ExecutorJobRunner jobs = new ExecutorJobRunner();
    private final Settings settings = Settings.ofThisProcess();
    private final Door door = new Door(store, jobs);

    @Start
    void start(Stage stage) {
        stage.setX(0);
        stage.setY(0);
        new ConsiliumWindow(door, jobs, settings, Theme.LIGHT).show(stage, false);
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
        assertThat(door.isClosed()).isTrue();
        assertThat(robot.lookup("#passphrase").queryAs(PasswordField.class).getText()).isEmpty();
        assertThat(is(robot, "#cohort-cards")).isFalse();
    }

    @Test
    void coloursAndTextSizeAreChosenAndRemembered(FxRobot robot) throws Exception {
        signIn(robot, PASSPHRASE);
        until(() -> is(robot, "#cohort-cards"));
        AppearanceMenu menu = robot.lookup("#appearance").queryAs(AppearanceMenu.class);
        robot.interact(() -> menu.item("colours-HIGH_CONTRAST").fire());
        robot.interact(() -> menu.item("text-150").fire());
        assertThat(warnings.seen()).isEmpty();

        Appearance next = WaitForAsyncUtils.waitForAsyncFx(5000, this::again);
        assertThat(next.themeProperty().get()).isEqualTo(Theme.HIGH_CONTRAST);
        assertThat(next.sizeProperty().get()).isEqualTo(150);
    }

    private Appearance again() {
        return new Appearance(settings, Theme.LIGHT);
    }

    @Test
    void largerTextTakesMoreRoom(FxRobot robot) throws Exception {
        signIn(robot, PASSPHRASE);
        until(() -> is(robot, "#sign-out"));
        double before = height(robot);
        robot.press(KeyCode.CONTROL).type(KeyCode.PLUS).release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(height(robot)).isCloseTo(before * 1.25, within(.5));
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(height(robot)).isCloseTo(before, within(.5));
    }

    private static double height(FxRobot robot) {
        Node button = robot.lookup("#sign-out").query();
        return button.localToScene(button.getBoundsInLocal()).getHeight();
    }

    @Test
    void theKeysAreShownWithF1AndPutAwayWithEscape(FxRobot robot) throws Exception {
        until(() -> is(robot, "#passphrase"));
        robot.type(KeyCode.F1);
        until(() -> is(robot, "#key-sheet"));
        until(() -> robot.lookup("#close-key-sheet").query().isFocused());
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#key-sheet").tryQuery()).isEmpty();
    }

    @Test
    void theWayBackWorksByKeys(FxRobot robot) throws Exception {
        signIn(robot, PASSPHRASE);
        until(() -> is(robot, ".open-cohort"));
        robot.interact(() -> robot.lookup(".open-cohort").queryButton().fire());
        until(() -> is(robot, "#worklist"));
        robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        until(() -> is(robot, "#cohort-cards"));
    }

    @Test
    void theColumnsThatWereChosenAreThereAgain(FxRobot robot) throws Exception {
        signIn(robot, PASSPHRASE);
        until(() -> is(robot, ".open-cohort"));
        robot.interact(() -> robot.lookup(".open-cohort").queryButton().fire());
        until(() -> is(robot, "#worklist"));
        TableView<?> table = robot.lookup("#worklist").queryAs(TableView.class);
        robot.interact(() -> column(table, "identifier").setVisible(true));
        robot.interact(() -> column(table, "visits").setVisible(false));
        robot.interact(() -> robot.lookup("#sign-out").queryButton().fire());
        until(() -> is(robot, "#passphrase"));
        signIn(robot, PASSPHRASE);
        until(() -> is(robot, ".open-cohort"));
        robot.interact(() -> robot.lookup(".open-cohort").queryButton().fire());
        until(() -> is(robot, "#worklist"));
        TableView<?> again = robot.lookup("#worklist").queryAs(TableView.class);
        assertThat(again).isNotSameAs(table);
        assertThat(column(again, "identifier").isVisible()).isTrue();
        assertThat(column(again, "visits").isVisible()).isFalse();
    }

    private static TableColumn<?, ?> column(TableView<?> table, String id) {
        return table.getColumns().stream()
                .filter(column -> id.equals(column.getId()))
                .findFirst()
                .orElseThrow();
    }
}
