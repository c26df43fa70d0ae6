package org.consilium.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.consilium.job.JobRunner;
import org.consilium.job.Progress;
import org.consilium.ui.common.Theme;
import org.consilium.ui.signin.Access;

/**
 * Drives the window through its main job with the demo, and takes a picture of every step in light
 * and in dark colours. For any thread but the window's; used once.
 */
public final class Tour {
    private static final int STEPS = 22;

    /** A synthetic patient with chronic obstructive pulmonary disease. */
    private static final String PATIENT = "becker walker";

    /** A synthetic patient with a heart attack on record, for whom items are withheld. */
    private static final String WITHHELD = "solano rosa";

    private final Path out;
    private final Progress progress;
    private final Driver driver;
    private final ConsiliumWindow window;
    private final List<Path> pictures = new ArrayList<>();

    /**
     * @param out folder for the pictures; made where it is not there
     */
    public Tour(Access access, JobRunner jobs, Path out, Progress progress) throws Exception {
        this.out = out;
        this.progress = progress;
        window = Driver.on(() -> open(access, jobs));
        driver = new Driver(window.scene(), progress);
    }

    private static ConsiliumWindow open(Access access, JobRunner jobs) {
        ConsiliumWindow opened = new ConsiliumWindow(access, jobs, Theme.LIGHT);
        Stage stage = new Stage();
        stage.setX(0);
        stage.setY(0);
        opened.show(stage, false);
        return opened;
    }

    /**
     * @return the pictures, in the order of the steps
     */
    public List<Path> drive() throws Exception {
        Files.createDirectories(out);
        step("sign-in");
        driver.press("#explore-demo");
        driver.says("#worklist-count", words -> words.matches("[1-9].*"));
        step("worklist");
        cohorts();
        patient();
        fineTune();
        return List.copyOf(pictures);
    }

    private void cohorts() throws Exception {
        driver.press(".path .hyperlink");
        driver.ready(".open-cohort");
        step("cohorts");
        driver.press(".quality-cohort");
        driver.says("#quality-points", words -> words.matches("[0-9]+"));
        step("quality");
        driver.press("#bar-no_medications");
        driver.ready("#worklist-selection");
        step("quality-patients");
        driver.press("#worklist-selection");
    }

    private void patient() throws Exception {
        TableView<?> table = driver.find("#worklist", TableView.class);
        type("#worklist-search", PATIENT);
        driver.until("the patient", () -> table.getItems().size() == 1);
        step("search");
        driver.key(KeyCode.DOWN);
        driver.focused("#worklist");
        driver.key(KeyCode.ENTER);
        ListView<?> advice = driver.find("#recommendation-list", ListView.class);
        driver.until("recommendations", () -> !advice.getItems().isEmpty());
        step("patient");
        choose(advice, 1);
        driver.press("#by-group");
        step("why");
        driver.press("#by-fact");
        driver.focused("#recommendation-list");
        driver.key(KeyCode.A);
        driver.says("#decision-outcome", words -> words.startsWith("Accepted"));
        step("accepted");
        choose(advice, 2);
        driver.press("#decline");
        step("decline");
        driver.press("#decline-NOT_INDICATED");
        driver.press("#decline-with-reason");
        driver.says("#decision-outcome", words -> words.startsWith("Declined"));
        driver.press(".path .hyperlink");
        driver.press(".open-cohort");
        withheld();
    }

    private void withheld() throws Exception {
        TableView<?> table = driver.find("#worklist", TableView.class);
        type("#worklist-search", WITHHELD);
        driver.until("the patient", () -> table.getItems().size() == 1);
        driver.key(KeyCode.DOWN);
        driver.focused("#worklist");
        driver.key(KeyCode.ENTER);
        ListView<?> held = driver.find("#withheld-list", ListView.class);
        driver.until("what is withheld", () -> !held.getItems().isEmpty());
        choose(held, 0);
        driver.ready("#override");
        step("withheld");
        driver.press("#override");
        driver.press("#override-WILL_MONITOR");
        step("override");
        driver.press("#override-with-reason");
        driver.says("#decision-outcome", words -> words.startsWith("Accepted all the same"));
    }

    private void choose(ListView<?> list, int index) throws Exception {
        Driver.on(() -> {
            list.getSelectionModel().select(index);
            return true;
        });
    }

    private void fineTune() throws Exception {
        driver.press(".path .hyperlink");
        driver.press(".open-cohort");
        driver.press("#worklist-tune");
        driver.ready("#tune-start");
        driver.press("#step-match");
        driver.ready(".match-choose");
        step("match");
        driver.press(".match-choose");
        type("#tune-name", "demo-clinic");
        // the demo is recorded as the source was: by itself the model would be left as it is
        ComboBox<?> use = driver.find("#tune-use", ComboBox.class);
        Driver.on(() -> {
            use.getSelectionModel().select(1);
            return true;
        });
        driver.press("#tune-start");
        driver.says("#tune-message", words -> words.matches("Epoch (1[0-9]|[89]) of .*"));
        step("fine-tune");
        driver.says("#tune-message", words -> words.contains("is made"));
        driver.ready("#promote");
        driver.press("#step-evaluate");
        driver.ready("#fairness-measure");
        step("compare");
        findings();
        driver.press("#promote");
        driver.ready("#confirm");
        if (driver.shows("#waiver")) {
            type("#waiver-reason", "A demonstration, on people who are not real.");
        }
        step("gate");
        driver.press("#confirm");
        driver.says("#model-notice", words -> words.contains("demo-clinic"));
        step("promoted");
        deploy();
        driver.press("#step-pretrain");
        type("#pretrain-name", "demo-base");
        driver.press("#pretrain-start");
        driver.says("#pretrain-message", words -> words.startsWith("Trying recipe"));
        step("base-model");
        driver.press("#pretrain-cancel");
        driver.says("#pretrain-message", words -> words.startsWith("Cancelled"));
    }

    /** For whom it changed what, and the card. */
    private void findings() throws Exception {
        driver.press("#changes-look");
        driver.says("#changes-words", words -> words.contains("overlap"));
        Driver.on(() -> {
            driver.scrollTo("#moved-weights");
            return true;
        });
        step("findings");
        driver.press("#step-card");
        driver.says("#card-count", words -> words.contains("of 31"));
        step("card");
    }

    /** What is served, and how it does. */
    private void deploy() throws Exception {
        driver.press("#step-deploy");
        driver.press("#monitor-look");
        driver.says("#monitor-words", words -> words.contains("tuning"));
        type("#serving-reason", "A wrong dose was suggested.");
        driver.press("#serving-stop");
        driver.ready("#serving-start");
        step("stopped");
        type("#serving-reason", "The rule was mended.");
        driver.press("#serving-start");
        driver.ready("#serving-stop");
        Driver.on(() -> {
            driver.scrollTo("#monitor");
            return true;
        });
        step("monitor");
    }

    private void type(String selector, String words) throws Exception {
        TextField field = driver.find(selector, TextField.class);
        Driver.on(() -> {
            field.setText(words);
            return true;
        });
    }

    /** A picture of the window as it is now, in both themes. */
    private void step(String name) throws Exception {
        int number = pictures.size() / Theme.values().length + 1;
        progress.report(number, STEPS, "Picture of " + name);
        progress.checkCancelled();
        for (Theme theme : Theme.values()) {
            Driver.on(() -> {
                window.appearance().show(theme);
                return true;
            });
            write(
                    driver.picture(),
                    "%02d-%s-%s.png"
                            .formatted(number, name, theme.name().toLowerCase(Locale.ROOT)));
        }
    }

    private void write(Image picture, String name) throws IOException {
        Path file = out.resolve(name);
        Picture.write(picture, file);
        pictures.add(file);
    }
}
