package org.consilium.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.consilium.clinical.Decision.Verdict;
import org.consilium.job.ExecutorJobRunner;
import org.consilium.ui.SampleStore;
import org.consilium.ui.common.Settings;
import org.consilium.ui.common.Theme;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The main job without a mouse, and where Tab goes. */
@ExtendWith(ApplicationExtension.class)
class KeyboardTest {
    private static final int MOST_TABS = 60;

    @AutoClose private final SampleStore store = new SampleStore();
    @AutoClose private final ExecutorJobRunner jobs = new ExecutorJobRunner();
    private Stage window;

    @Start
    void start(Stage stage) {
        window = stage;
        stage.setX(0);
        stage.setY(0);
        new ConsiliumWindow(new Door(store, jobs), jobs, Settings.ofThisProcess(), Theme.LIGHT)
                .show(stage, false);
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private @Nullable Node focused() {
        return window.getScene().getFocusOwner();
    }

    private boolean isFocused(FxRobot robot, String selector) {
        return robot.lookup(selector).tryQuery().filter(Node::isFocused).isPresent();
    }

    private void tabTo(FxRobot robot, String selector) {
        for (int i = 0; i < MOST_TABS && !isFocused(robot, selector); i++) {
            robot.type(KeyCode.TAB);
        }
        assertThat(isFocused(robot, selector)).as(selector + " is reached by Tab").isTrue();
    }

    private void signIn(FxRobot robot) throws Exception {
        tabTo(robot, "#passphrase");
        robot.write(Door.PASSPHRASE);
        robot.type(KeyCode.ENTER);
        until(() -> robot.lookup(".open-cohort").tryQuery().isPresent());
    }

    private void openWorklist(FxRobot robot) throws Exception {
        signIn(robot);
        tabTo(robot, ".open-cohort");
        robot.type(KeyCode.SPACE);
        until(() -> isFocused(robot, "#worklist-search"));
        until(() -> !robot.lookup("#worklist").queryAs(TableView.class).getItems().isEmpty());
    }

    private void openPatient(FxRobot robot) throws Exception {
        openWorklist(robot);
        robot.write("okonkwo");
        robot.type(KeyCode.DOWN);
        until(() -> isFocused(robot, "#worklist"));
        robot.type(KeyCode.ENTER);
        until(() -> isFocused(robot, "#recommendation-list"));
    }

    @Test
    void fromSigningInToAnAcceptedRecommendationByKeysAlone(FxRobot robot) throws Exception {
        openPatient(robot);
        robot.type(KeyCode.DOWN);
        String wording = robot.lookup("#why-title").queryAs(Label.class).getText();
        robot.type(KeyCode.A);
        until(() ->
                robot.lookup("#decision-outcome")
                        .queryAs(Label.class)
                        .getText()
                        .startsWith("Accepted"));
        assertThat(store.recorded()).hasSize(1);
        assertThat(store.recorded().getFirst().verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(wording).startsWith("Consider ");
        robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        until(() -> isFocused(robot, "#worklist-search"));
    }

    @Test
    void anEarlierVisitIsLookedAtByKeysAlone(FxRobot robot) throws Exception {
        openPatient(robot);
        tabTo(robot, "#history");
        robot.type(KeyCode.PLUS);
        robot.type(KeyCode.PAGE_UP);
        until(() ->
                robot.lookup("#as-of").queryAs(Label.class).getText().startsWith("Looking back"));
        robot.type(KeyCode.PAGE_DOWN);
        until(() ->
                robot.lookup("#as-of").queryAs(Label.class).getText().startsWith("Nothing later"));
    }

    @Test
    void f6GoesThroughThePartsOfThePatientScreenAndBackToWhereOneWas(FxRobot robot)
            throws Exception {
        openPatient(robot);
        robot.type(KeyCode.DOWN);
        Node advice = focused();
        List<String> parts = new ArrayList<>();
        do {
            robot.type(KeyCode.F6);
            parts.add(part(Objects.requireNonNull(focused(), "nothing has the keys")));
        } while (!Objects.equals(focused(), advice) && parts.size() < 10);
        assertThat(parts)
                .containsExactly("why", "app-bar", "as-of", "history", "chart", "recommendations");
        robot.press(KeyCode.SHIFT).type(KeyCode.F6).release(KeyCode.SHIFT);
        assertThat(part(Objects.requireNonNull(focused()))).isEqualTo("chart");
    }

    private static String part(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.getStyleClass().contains("window-part")) {
                return each.getStyleClass().getFirst();
            }
        }
        return "none";
    }

    @Test
    void anyDayOfTheRecordIsLookedBackToByKeysAlone(FxRobot robot) throws Exception {
        openPatient(robot);
        robot.press(KeyCode.CONTROL).type(KeyCode.D).release(KeyCode.CONTROL);
        robot.write("05-Jun-2021");
        robot.type(KeyCode.ENTER);
        until(() ->
                robot.lookup("#as-of")
                        .queryAs(Label.class)
                        .getText()
                        .startsWith("Looking back: nothing after this day"));
        robot.press(KeyCode.CONTROL).type(KeyCode.D).release(KeyCode.CONTROL);
        robot.write("1066-10-14");
        robot.type(KeyCode.ENTER);
        assertThat(robot.lookup("#day-choice").queryAs(DatePicker.class).getEditor().getText())
                .as("a day outside the record is put back")
                .isEqualTo("05-Jun-2021");
        robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
    }

    /** Rows from the top, within a row from the left; once round and never back. */
    @Test
    void tabGoesThroughTheWorklistAsOneReads(FxRobot robot) throws Exception {
        openWorklist(robot);
        Node first = focused();
        List<Bounds> places = new ArrayList<>();
        do {
            Node node = Objects.requireNonNull(focused(), "nothing has the keys");
            places.add(node.localToScene(node.getBoundsInLocal()));
            robot.type(KeyCode.TAB);
        } while (!Objects.equals(focused(), first) && places.size() < MOST_TABS);
        assertThat(places).hasSizeBetween(8, MOST_TABS - 1);
        int back = 0;
        for (int i = 1; i < places.size(); i++) {
            back += isBefore(places.get(i), places.get(i - 1)) ? 1 : 0;
        }
        assertThat(back).as("from the bottom to the top, once").isLessThanOrEqualTo(1);
    }

    private static boolean isBefore(Bounds one, Bounds other) {
        boolean sameRow =
                one.getMinY() < other.getMaxY() - 2 && other.getMinY() < one.getMaxY() - 2;
        return sameRow ? one.getMinX() < other.getMinX() : one.getMinY() < other.getMinY();
    }
}
