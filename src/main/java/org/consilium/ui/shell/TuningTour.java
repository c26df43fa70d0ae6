package org.consilium.ui.shell;

import java.util.List;
import javafx.scene.control.ComboBox;

/** The part of the tour that goes through the tuning studio; at a cohort's worklist. */
final class TuningTour {
    private static final List<String> SCREENS =
            List.of("match", "tune", "evaluate", "deploy", "card", "pretrain");

    private final Driver driver;
    private final Step step;

    TuningTour(Driver driver, Step step) {
        this.driver = driver;
        this.step = step;
    }

    void drive() throws Exception {
        driver.press("#worklist-tune");
        driver.ready("#tune-start");
        task();
        driver.press("#step-match");
        driver.ready(".match-choose");
        step.take("match");
        driver.press(".match-choose");
        driver.type("#tune-name", "demo-clinic");
        // the demo is recorded as the source was: by itself the model would be left as it is
        ComboBox<?> use = driver.find("#tune-use", ComboBox.class);
        Driver.on(() -> {
            use.getSelectionModel().select(1);
            return true;
        });
        driver.press("#tune-start");
        driver.says("#tune-message", words -> words.matches("Epoch (1[0-9]|[89]) of .*"));
        step.take("fine-tune");
        driver.says("#tune-message", words -> words.contains("is made"));
        driver.ready("#promote");
        driver.press("#step-evaluate");
        driver.ready("#fairness-measure");
        step.take("compare");
        Driver.on(() -> {
            driver.scrollTo("#plots");
            return true;
        });
        step.take("quality-plots");
        findings();
        driver.press("#promote");
        driver.ready("#confirm");
        if (driver.shows("#waiver")) {
            driver.type("#waiver-reason", "A demonstration, on people who are not real.");
        }
        step.take("gate");
        driver.press("#confirm");
        driver.says("#model-notice", words -> words.contains("demo-clinic"));
        step.take("promoted");
        deploy();
        driver.press("#step-pretrain");
        driver.type("#pretrain-name", "demo-base");
        driver.press("#pretrain-start");
        driver.says("#pretrain-message", words -> words.startsWith("Trying recipe"));
        step.take("base-model");
        driver.press("#pretrain-cancel");
        driver.says("#pretrain-message", words -> words.startsWith("Cancelled"));
    }

    /** Every screen of it, with nothing done there. */
    void look() throws Exception {
        driver.press("#worklist-tune");
        driver.ready("#tune-start");
        for (String screen : SCREENS) {
            driver.press("#step-" + screen);
            step.take("step-" + screen);
        }
    }

    /** What is to be learned, and from what; then the expert's recipe, which is not run. */
    private void task() throws Exception {
        driver.press("#step-define");
        driver.type("#task-name", "Adults");
        driver.type("#task-ages", "18-");
        driver.press("#task-save");
        driver.says("#task-notice", words -> words.startsWith("Kept the task"));
        step.take("define");
        driver.press("#step-prepare");
        driver.press("#prepare-start");
        driver.ready("#prepare-hash");
        step.take("prepare");
        driver.press("#step-tune");
        preset(2);
        step.take("expert");
        preset(1);
    }

    private void preset(int at) throws Exception {
        ComboBox<?> preset = driver.find("#tune-preset", ComboBox.class);
        Driver.on(() -> {
            preset.getSelectionModel().select(at);
            return true;
        });
    }

    /** For whom it changed what, and the card. */
    private void findings() throws Exception {
        driver.press("#changes-look");
        driver.says("#changes-words", words -> words.contains("overlap"));
        Driver.on(() -> {
            driver.scrollTo("#moved-weights");
            return true;
        });
        step.take("findings");
        driver.press("#step-card");
        driver.says("#card-count", words -> words.contains("of 31"));
        step.take("card");
    }

    /** What is served, and how it does. */
    private void deploy() throws Exception {
        driver.press("#step-deploy");
        driver.press("#monitor-look");
        driver.says("#monitor-words", words -> words.contains("tuning"));
        driver.type("#serving-reason", "A wrong dose was suggested.");
        driver.press("#serving-stop");
        driver.ready("#serving-start");
        step.take("stopped");
        driver.type("#serving-reason", "The rule was mended.");
        driver.press("#serving-start");
        driver.ready("#serving-stop");
        Driver.on(() -> {
            driver.scrollTo("#monitor");
            return true;
        });
        step.take("monitor");
    }
}
