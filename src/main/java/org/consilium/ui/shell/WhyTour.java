package org.consilium.ui.shell;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** The part of the tour that goes through decisions and explanations; at a patient's screen. */
final class WhyTour {
    private final Driver driver;
    private final Step step;

    WhyTour(Driver driver, Step step) {
        this.driver = driver;
        this.step = step;
    }

    void drive() throws Exception {
        ListView<?> advice = driver.find("#recommendation-list", ListView.class);
        Driver.choose(advice, 3);
        driver.press("#modify");
        driver.type("#modify-change", "At the next visit instead");
        step.take("modify");
        driver.press("#modify-it");
        driver.says("#decision-outcome", words -> words.startsWith("Accepted with a change"));
        Driver.choose(advice, 4);
        driver.press("#snooze");
        step.take("put-off");
        driver.press("#snooze-it");
        driver.says("#decision-outcome", words -> words.startsWith("Put off"));
        driver.press("#show-plan");
        step.take("care-plan");
        driver.press("#show-ranking");
        bars(advice);
        suppose(advice);
        cohort();
        whyNot();
        setAside();
    }

    /** A bar leads to the event in the chart. */
    private void bars(ListView<?> advice) throws Exception {
        Driver.choose(advice, 0);
        driver.press("#by-fact");
        Node bars = driver.find("#evidence-bars", Node.class);
        driver.until("a bar", () -> bars.lookup(".leads-on") != null);
        Driver.on(() -> {
            Node first = bars.lookup(".leads-on");
            first.requestFocus();
            return true;
        });
        driver.key(KeyCode.ENTER);
        driver.says("#source-event", words -> words.startsWith("In the record"));
        step.take("source");
    }

    private void suppose(ListView<?> advice) throws Exception {
        Driver.choose(advice, 0);
        Node pane = driver.find("#what-if-pane", Node.class);
        driver.until("a fact to suppose away", () -> pane.lookup(".what-if-row") != null);
        Driver.on(() -> {
            ((CheckBox) Objects.requireNonNull(pane.lookup(".check-box"))).fire();
            return true;
        });
        driver.says("#what-if-outcome", words -> words.startsWith("It would"));
        driver.type("#what-if-search", "glucose");
        driver.until("a result to suppose", () -> result(pane) != null);
        Driver.on(() -> {
            Objects.requireNonNull(result(pane)).fire();
            return true;
        });
        driver.type("#what-if-result", "310");
        scroll(.55);
        step.take("what-if");
        driver.press("#what-if-reset");
    }

    private static @Nullable Hyperlink result(Node pane) {
        return pane.lookupAll(".what-if-suggestion").stream()
                .filter(Hyperlink.class::isInstance)
                .map(Hyperlink.class::cast)
                .filter(link -> link.getText().startsWith("Suppose a result"))
                .findFirst()
                .orElse(null);
    }

    private void cohort() throws Exception {
        Driver.choose(driver.find("#recommendation-list", ListView.class), 3);
        driver.press("#look-at-cohort");
        Node pane = driver.find("#cohort-pane", Node.class);
        driver.until("similar patients", () -> pane.lookup(".sentence") != null);
        scroll(1);
        step.take("similar");
        scroll(0);
    }

    private void whyNot() throws Exception {
        driver.press("#show-find");
        driver.type("#find-item", "colonoscopy");
        ListView<?> found = driver.find("#found-items", ListView.class);
        driver.until("an item of that name", () -> !found.getItems().isEmpty());
        Driver.choose(found, 0);
        driver.says("#why-title", words -> words.contains("olonoscopy"));
        driver.ready("#place-pane");
        scroll(.35);
        step.take("why-not");
        scroll(0);
        driver.press("#show-ranking");
    }

    /** Declined at one visit, it is set aside at the next, or comes again with what has changed. */
    private void setAside() throws Exception {
        ListView<?> advice = driver.find("#recommendation-list", ListView.class);
        visit(advice, 2);
        decline(advice, 0);
        decline(advice, 1);
        decline(advice, 2);
        visit(advice, 0);
        step.take("declined-before");
        driver.press("#show-aside");
        step.take("set-aside");
        driver.press("#show-ranking");
    }

    private void decline(ListView<?> advice, int index) throws Exception {
        Driver.choose(advice, index);
        driver.press("#decline");
        driver.press("#decline-NOT_INDICATED");
        driver.press("#decline-with-reason");
        driver.says("#decision-outcome", words -> words.startsWith("Declined"));
    }

    private void visit(ListView<?> advice, int index) throws Exception {
        ComboBox<?> visits = driver.find("#visit-choice", ComboBox.class);
        Object before = Driver.on(() -> advice.getItems().getFirst());
        Driver.on(() -> {
            visits.getSelectionModel().select(index);
            return true;
        });
        driver.until(
                "the other visit",
                () -> !advice.getItems().isEmpty() && !advice.getItems().getFirst().equals(before));
    }

    private void scroll(double share) throws Exception {
        ScrollPane body = driver.find(".why-scroll", ScrollPane.class);
        Driver.on(() -> {
            body.setVvalue(share);
            return true;
        });
    }
}
