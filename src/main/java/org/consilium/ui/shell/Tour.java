package org.consilium.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.consilium.job.JobRunner;
import org.consilium.job.Progress;
import org.consilium.ui.common.Settings;
import org.consilium.ui.common.Theme;
import org.consilium.ui.common.UiWatch;
import org.consilium.ui.patient.HistoryPane;
import org.consilium.ui.signin.Access;
import org.jspecify.annotations.Nullable;

/**
 * Drives the window through its main job with the demo, and takes a picture of every step in light
 * and in dark colours. For any thread but the window's; used once.
 */
public final class Tour {
    private static final int STEPS = 49;

    /** A synthetic patient with chronic obstructive pulmonary disease. */
    private static final String PATIENT = "becker walker";

    /** A synthetic patient with a heart attack on record, for whom items are withheld. */
    private static final String WITHHELD = "solano rosa";

    private static final String DEMO = "Washington";
    private static final String HARD = "Hard cases";

    private final Path out;
    private final Driver driver;
    private final ConsiliumWindow window;
    private final TourRecords records;
    private final UiWatch watch;
    private final Camera camera;
    private @Nullable UiWatch warm;

    /** Somebody who looks at each picture, and at the window that it was taken of. */
    public interface Look {
        /** Called on the window's thread. */
        void at(String name, Scene scene, Image picture);
    }

    /**
     * @param out folder for the pictures; made where it is not there
     */
    public Tour(Access access, JobRunner jobs, Path out, Progress progress) throws Exception {
        this(access, jobs, out, progress, (name, scene, picture) -> {});
    }

    public Tour(Access access, JobRunner jobs, Path out, Progress progress, Look look)
            throws Exception {
        this.out = out;
        records = new TourRecords(out.resolve("records"));
        window = Driver.on(() -> open(access, jobs));
        watch = Driver.on(UiWatch::begin);
        driver = new Driver(window.scene(), progress);
        camera = new Camera(window, driver, jobs, out, progress, look, watch, STEPS);
    }

    private static ConsiliumWindow open(Access access, JobRunner jobs) {
        ConsiliumWindow opened =
                new ConsiliumWindow(access, jobs, Settings.ofThisProcess(), Theme.LIGHT);
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
        records.write();
        try {
            signIn();
            worklist();
            cohorts();
            patient();
            hardCases();
            driver.press(".path .hyperlink");
            openCohort(DEMO);
            new TuningTour(driver, camera).drive();
            again();
        } catch (IllegalStateException e) {
            // so that one sees where it stopped
            camera.on(watch);
            camera.once("stopped");
            throw e;
        } finally {
            watch.close();
            if (warm != null) {
                warm.close();
            }
            records.delete();
        }
        return camera.pictures();
    }

    /**
     * The same way once more, without pictures: what is slow now is so each time, not because
     * classes are loaded and code is compiled.
     */
    private void again() throws Exception {
        driver.press("#sign-out");
        driver.ready("#explore-demo");
        UiWatch second = Driver.on(UiWatch::begin);
        warm = second;
        camera.off(second);
        signIn();
        worklist();
        cohorts();
        patient();
        driver.press(".path .hyperlink");
        openCohort(DEMO);
        new TuningTour(driver, camera).look();
    }

    /** For how long the window did not answer, where that was too long, at the first sight. */
    public List<UiWatch.Slow> slow() {
        return watch.slow();
    }

    /** The same when everything had been seen before. */
    public List<UiWatch.Slow> slowAgain() {
        return warm == null ? List.of() : warm.slow();
    }

    private void signIn() throws Exception {
        camera.take("sign-in");
        driver.type("#passphrase", "short");
        driver.type("#repeated", "short");
        driver.press("#enter");
        driver.says("#sign-in-failure", words -> !words.isEmpty());
        camera.take("sign-in-failed");
        driver.type("#passphrase", "");
        driver.type("#repeated", "");
        driver.press("#explore-demo");
        camera.once("loading");
        driver.says("#worklist-count", words -> words.matches("[1-9].*"));
    }

    private void worklist() throws Exception {
        camera.take("worklist");
        camera.large("worklist");
        driver.type("#worklist-search", "nobody is called this");
        driver.says("#worklist-count", words -> words.startsWith("0"));
        camera.take("worklist-empty");
        driver.type("#worklist-search", "");
        driver.press("#help");
        driver.focused("#close-key-sheet");
        camera.take("keys");
        camera.large("keys");
        driver.press("#close-key-sheet");
    }

    private void cohorts() throws Exception {
        driver.press(".path .hyperlink");
        driver.ready(".open-cohort");
        camera.take("cohorts");
        camera.large("cohorts");
        driver.press(".quality-cohort");
        driver.says("#quality-points", words -> words.matches("[0-9]+"));
        camera.take("quality");
        camera.large("quality");
        driver.press("#bar-no_medications");
        driver.ready("#worklist-selection");
        camera.take("quality-patients");
        driver.press("#worklist-selection");
    }

    private void importing() throws Exception {
        offer(records.hardCases());
        driver.ready("#import-start");
        driver.type("#import-cohort", HARD);
        camera.take("import");
        camera.large("import");
        driver.press("#import-start");
        driver.ready("#import-report-title");
        camera.take("import-report");
        camera.large("import-report");
        driver.press("#import-close");
        offer(records.unknownTable());
        driver.ready("#mapping-columns");
        camera.take("mapping");
        camera.large("mapping");
        driver.press("#mapping-back");
    }

    private void offer(Path files) throws Exception {
        Shell shell = Objects.requireNonNull(Driver.on(window::shell));
        Driver.on(() -> {
            shell.cohortsView().offer(List.of(files));
            return true;
        });
    }

    /** Names that are long or run from right to left, 20,000 events, next to nothing known. */
    private void hardCases() throws Exception {
        driver.press(".path .hyperlink");
        driver.ready(".open-cohort");
        importing();
        openCohort(HARD);
        driver.says("#worklist-count", words -> words.startsWith("5"));
        camera.take("hard-names");
        camera.large("hard-names");
        for (String patient : List.of("long", "arabic", "many", "unknown")) {
            open(patient);
            camera.take("patient-" + patient);
            camera.large("patient-" + patient);
            back();
        }
    }

    private void openCohort(String name) throws Exception {
        driver.until("the cohort", () -> card(name) != null);
        Driver.on(() -> {
            Objects.requireNonNull(card(name)).fire();
            return true;
        });
    }

    private @Nullable ButtonBase card(String name) {
        return window.scene().getRoot().lookupAll(".open-cohort").stream()
                .filter(ButtonBase.class::isInstance)
                .map(ButtonBase.class::cast)
                .filter(card -> String.valueOf(card.getAccessibleText()).endsWith(name))
                .findFirst()
                .orElse(null);
    }

    private void back() throws Exception {
        Driver.on(() -> {
            window.back();
            return true;
        });
        driver.ready("#worklist-search");
    }

    /** Searches the worklist for one patient and opens the record. */
    private ListView<?> open(String patient) throws Exception {
        search(patient);
        return openFound();
    }

    private void search(String patient) throws Exception {
        TableView<?> table = driver.find("#worklist", TableView.class);
        driver.type("#worklist-search", patient);
        driver.until("the patient", () -> table.getItems().size() == 1);
    }

    private ListView<?> openFound() throws Exception {
        driver.key(KeyCode.DOWN);
        driver.focused("#worklist");
        driver.key(KeyCode.ENTER);
        ListView<?> advice = driver.find("#recommendation-list", ListView.class);
        driver.until("recommendations", () -> !advice.getItems().isEmpty());
        return advice;
    }

    private void patient() throws Exception {
        search(PATIENT);
        camera.take("search");
        openFound();
        camera.take("patient");
        camera.large("patient");
        driver.find("#history", HistoryPane.class);
        Driver.on(() -> {
            window.scene().getRoot().lookup("#history").requestFocus();
            return true;
        });
        driver.focused("#history");
        for (int i = 0; i < 5; i++) {
            driver.key(KeyCode.PLUS);
        }
        camera.take("timeline");
        driver.key(KeyCode.PAGE_UP);
        driver.key(KeyCode.PAGE_UP);
        driver.says("#as-of", words -> words.startsWith("Looking back"));
        driver.ready("#why-title");
        camera.take("looking-back");
        back();
        ListView<?> advice = openFound();
        Driver.choose(advice, 1);
        driver.press("#by-group");
        camera.take("why");
        driver.press("#by-fact");
        driver.focused("#recommendation-list");
        driver.key(KeyCode.A);
        driver.says("#decision-outcome", words -> words.startsWith("Accepted"));
        camera.take("accepted");
        Driver.choose(advice, 2);
        driver.press("#decline");
        camera.take("decline");
        driver.press("#decline-NOT_INDICATED");
        driver.press("#decline-with-reason");
        driver.says("#decision-outcome", words -> words.startsWith("Declined"));
        new WhyTour(driver, camera).drive();
        back();
        withheld();
    }

    private void withheld() throws Exception {
        open(WITHHELD);
        ListView<?> held = driver.find("#withheld-list", ListView.class);
        driver.until("what is withheld", () -> !held.getItems().isEmpty());
        Driver.choose(held, 0);
        driver.ready("#override");
        camera.take("withheld");
        driver.press("#override");
        driver.press("#override-WILL_MONITOR");
        camera.take("override");
        driver.press("#override-with-reason");
        driver.says("#decision-outcome", words -> words.startsWith("Accepted all the same"));
        driver.press("#show-alerts");
        driver.ready("#alert-list");
        camera.take("alerts");
    }
}
