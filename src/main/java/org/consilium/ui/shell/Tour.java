package org.consilium.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    private static final int LARGE = 200;

    /** A synthetic patient with chronic obstructive pulmonary disease. */
    private static final String PATIENT = "becker walker";

    /** A synthetic patient with a heart attack on record, for whom items are withheld. */
    private static final String WITHHELD = "solano rosa";

    private static final String DEMO = "Washington";
    private static final String HARD = "Hard cases";

    private final Path out;
    private final Progress progress;
    private final Driver driver;
    private final ConsiliumWindow window;
    private final List<Path> pictures = new ArrayList<>();
    private final TourRecords records;
    private final Look look;
    private final UiWatch watch;
    private int steps;

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
        this.progress = progress;
        this.look = look;
        records = new TourRecords(out.resolve("records"));
        window = Driver.on(() -> open(access, jobs));
        watch = Driver.on(UiWatch::begin);
        driver = new Driver(window.scene(), progress);
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
            new TuningTour(driver, this::step).drive();
        } catch (IllegalStateException e) {
            // so that one sees where it stopped
            picture("stopped", Theme.LIGHT);
            throw e;
        } finally {
            watch.close();
            records.delete();
        }
        return List.copyOf(pictures);
    }

    /** For how long the window did not answer, where that was too long. */
    public List<UiWatch.Slow> slow() {
        return watch.slow();
    }

    private void signIn() throws Exception {
        step("sign-in");
        driver.type("#passphrase", "short");
        driver.type("#repeated", "short");
        driver.press("#enter");
        driver.says("#sign-in-failure", words -> !words.isEmpty());
        step("sign-in-failed");
        driver.type("#passphrase", "");
        driver.type("#repeated", "");
        driver.press("#explore-demo");
        picture("loading", Theme.LIGHT);
        driver.says("#worklist-count", words -> words.matches("[1-9].*"));
    }

    private void worklist() throws Exception {
        step("worklist");
        large("worklist");
        driver.type("#worklist-search", "nobody is called this");
        driver.says("#worklist-count", words -> words.startsWith("0"));
        step("worklist-empty");
        driver.type("#worklist-search", "");
        driver.press("#help");
        driver.focused("#close-key-sheet");
        step("keys");
        large("keys");
        driver.press("#close-key-sheet");
    }

    private void cohorts() throws Exception {
        driver.press(".path .hyperlink");
        driver.ready(".open-cohort");
        step("cohorts");
        large("cohorts");
        driver.press(".quality-cohort");
        driver.says("#quality-points", words -> words.matches("[0-9]+"));
        step("quality");
        large("quality");
        driver.press("#bar-no_medications");
        driver.ready("#worklist-selection");
        step("quality-patients");
        driver.press("#worklist-selection");
    }

    private void importing() throws Exception {
        offer(records.hardCases());
        driver.ready("#import-start");
        driver.type("#import-cohort", HARD);
        step("import");
        large("import");
        driver.press("#import-start");
        driver.ready("#import-report-title");
        step("import-report");
        large("import-report");
        driver.press("#import-close");
        offer(records.unknownTable());
        driver.ready("#mapping-columns");
        step("mapping");
        large("mapping");
        driver.press("#mapping-back");
    }

    private void offer(Path files) throws Exception {
        Shell shell = Objects.requireNonNull(Driver.on(window::shell));
        Driver.on(() -> {
            shell.cohortsView().offer(List.of(files));
            return true;
        });
    }

    /** Names that are long or run from right to left, 5,000 events, next to nothing known. */
    private void hardCases() throws Exception {
        driver.press(".path .hyperlink");
        driver.ready(".open-cohort");
        importing();
        openCohort(HARD);
        driver.says("#worklist-count", words -> words.startsWith("5"));
        step("hard-names");
        large("hard-names");
        for (String patient : List.of("long", "arabic", "many", "unknown")) {
            open(patient);
            step("patient-" + patient);
            large("patient-" + patient);
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
        step("search");
        openFound();
        step("patient");
        large("patient");
        driver.find("#history", HistoryPane.class);
        Driver.on(() -> {
            window.scene().getRoot().lookup("#history").requestFocus();
            return true;
        });
        driver.focused("#history");
        for (int i = 0; i < 5; i++) {
            driver.key(KeyCode.PLUS);
        }
        step("timeline");
        driver.key(KeyCode.PAGE_UP);
        driver.key(KeyCode.PAGE_UP);
        driver.says("#as-of", words -> words.startsWith("Looking back"));
        driver.ready("#why-title");
        step("looking-back");
        back();
        ListView<?> advice = openFound();
        Driver.choose(advice, 1);
        driver.press("#by-group");
        step("why");
        driver.press("#by-fact");
        driver.focused("#recommendation-list");
        driver.key(KeyCode.A);
        driver.says("#decision-outcome", words -> words.startsWith("Accepted"));
        step("accepted");
        Driver.choose(advice, 2);
        driver.press("#decline");
        step("decline");
        driver.press("#decline-NOT_INDICATED");
        driver.press("#decline-with-reason");
        driver.says("#decision-outcome", words -> words.startsWith("Declined"));
        new WhyTour(driver, this::step).drive();
        back();
        withheld();
    }

    private void withheld() throws Exception {
        open(WITHHELD);
        ListView<?> held = driver.find("#withheld-list", ListView.class);
        driver.until("what is withheld", () -> !held.getItems().isEmpty());
        Driver.choose(held, 0);
        driver.ready("#override");
        step("withheld");
        driver.press("#override");
        driver.press("#override-WILL_MONITOR");
        step("override");
        driver.press("#override-with-reason");
        driver.says("#decision-outcome", words -> words.startsWith("Accepted all the same"));
        driver.press("#show-alerts");
        driver.ready("#alert-list");
        step("alerts");
    }

    /** A picture of the window as it is now, in every theme. */
    private void step(String name) throws Exception {
        steps++;
        progress.report(steps, STEPS, "Picture of " + name);
        progress.checkCancelled();
        watch.at(name);
        for (Theme theme : Theme.values()) {
            picture(name, theme);
        }
        paint(Theme.LIGHT);
    }

    /** The same with text at 200 %. */
    private void large(String name) throws Exception {
        watch.pause(true);
        Driver.on(() -> {
            window.appearance().resize(LARGE);
            return true;
        });
        picture(name + "-200", Theme.LIGHT);
        picture(name + "-200", Theme.HIGH_CONTRAST);
        Driver.on(() -> {
            window.appearance().resize(100);
            return true;
        });
        paint(Theme.LIGHT);
    }

    private void paint(Theme theme) throws Exception {
        watch.pause(true);
        Driver.on(() -> {
            window.appearance().show(theme);
            return true;
        });
        driver.settle();
        watch.pause(false);
    }

    private void picture(String name, Theme theme) throws Exception {
        watch.pause(true);
        Driver.on(() -> {
            window.appearance().show(theme);
            return true;
        });
        Image picture = driver.picture();
        String file =
                "%02d-%s-%s"
                        .formatted(
                                steps,
                                name,
                                theme.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        Driver.on(() -> {
            // words may have changed since the picture
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            look.at(file, window.scene(), picture);
            return true;
        });
        Path path = out.resolve(file + ".png");
        Picture.write(picture, path);
        pictures.add(path);
        watch.pause(false);
    }
}
