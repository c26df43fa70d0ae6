package org.consilium.ui.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.Patient;
import org.consilium.clinical.PatientSummary;
import org.consilium.clinical.Sex;
import org.consilium.job.ExecutorJobRunner;
import org.consilium.job.Progress;
import org.consilium.ui.CssWarnings;
import org.consilium.ui.SampleStore;
import org.consilium.ui.common.Navigator;
import org.consilium.ui.common.PatientSelection;
import org.consilium.ui.common.Settings;
import org.consilium.ui.common.Theme;
import org.consilium.ui.shell.Picture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Cohorts and worklist with the real store, real files, real threads and keys. */
@ExtendWith(ApplicationExtension.class)
class CohortsScreenTest implements Navigator {
    @TempDir private Path folder = Path.of("unset");

    @AutoClose private final CssWarnings warnings = new CssWarnings();
    @AutoClose private final SampleStore store = new SampleStore();
    @AutoClose private final ExecutorJobRunner jobs = new ExecutorJobRunner();
    private final List<String> went = new ArrayList<>();
    private final StackPane place = new StackPane();
    private CohortsView view;

    @Start
    void start(Stage stage) {
        Theme.LIGHT.apply();
        view = new CohortsView(store.services(jobs), this);
        place.getChildren().setAll(view.root());
        Scene scene = new Scene(place, 1440, 900);
        Theme.dress(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setScene(scene);
        stage.show();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String text(FxRobot robot, String selector) {
        return robot.lookup(selector).queryAs(Label.class).getText();
    }

    @Test
    void anImportEndsAsACardWithAReportBesideIt(FxRobot robot) throws Exception {
        until(() -> robot.lookup(".cohort-card").queryAll().size() == 1);
        Path export = SyntheaFolder.write(folder.resolve("riverside"));
        robot.interact(() -> view.offer(List.of(export)));
        until(() -> robot.lookup("#import-start").query().isVisible());
        until(() -> text(robot, "#import-found").contains("riverside"));
        picture(robot, "import-offer");
        robot.interact(() -> robot.lookup("#import-start").queryButton().fire());
        until(() -> robot.lookup(".cohort-card").queryAll().size() == 2);
        assertThat(text(robot, "#import-report"))
                .contains("3 patients", "2 visits", "now in riverside", "rejected: 1.");
        TableView<?> issues = robot.lookup("#import-issues").queryTableView();
        assertThat(issues.getItems()).hasSize(1);
        picture(robot, "import-report");
        assertThat(warnings.seen()).isEmpty();
    }

    @Test
    void aCardTellsTheQualityOnceItWasLookedAt(FxRobot robot) throws Exception {
        until(() -> robot.lookup(".cohort-card").queryAll().size() == 1);
        assertThat(robot.lookup(".quality-cohort").tryQueryAs(Hyperlink.class))
                .hasValueSatisfying(link -> assertThat(link.getText()).contains("not looked at"));
        store.quality().assessing(store.cohort().name()).run(Progress.NONE);
        robot.interact(() -> view.refresh());
        until(() ->
                robot.lookup((Hyperlink link) -> link.getText().matches("Data quality \\d+ of 100"))
                        .tryQuery()
                        .isPresent());
        robot.interact(() -> robot.lookup(".quality-cohort").queryAs(Hyperlink.class).fire());
        assertThat(went).containsExactly("quality " + store.cohort().name());
    }

    @Test
    void theChipOfASelectionLetsGoOfIt(FxRobot robot) throws Exception {
        WorklistView worklist =
                new WorklistView(
                        store.services(jobs), this, store.cohort(), Settings.ofThisProcess());
        robot.interact(() -> place.getChildren().setAll(worklist.root()));
        assertThat(robot.lookup("#worklist-selection").queryButton().isVisible()).isFalse();
        robot.interact(() -> worklist.select(new PatientSelection("No visit", Set.of("nobody"))));
        until(() -> text(robot, "#worklist-count").equals("0 of 1 patient"));
        assertThat(robot.lookup("#worklist-selection").queryButton().getText())
                .isEqualTo("No visit");
        robot.interact(() -> robot.lookup("#worklist-selection").queryButton().fire());
        until(() -> text(robot, "#worklist-count").equals("1 patient"));
        assertThat(robot.lookup("#worklist-selection").queryButton().isVisible()).isFalse();
    }

    @Test
    void aPatientWithoutANameShowsTheIdentifier(FxRobot robot) {
        Patient nameless =
                new Patient("case-17", null, null, Sex.OTHER, null, null, null, null, null, null);
        PatientSummary summary = new PatientSummary(1, nameless, 0, 0, 0, 0, null);
        robot.interact(() -> {
            PatientTable table = new PatientTable();
            table.getItems().add(PatientRow.of(summary, LocalDate.of(2026, 11, 25)));
            place.getChildren().setAll(table);
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".table-cell").queryAllAs(TableCell.class))
                .extracting(TableCell::getText)
                .contains("Name not known (case-17)");
    }

    @Test
    void aCardAsksHowToExportItsCohort(FxRobot robot) throws Exception {
        until(() -> robot.lookup(".cohort-card").queryAll().size() == 1);
        assertThat(robot.lookup("#export-panel").query().isVisible()).isFalse();
        robot.interact(() -> robot.lookup(".export-cohort").queryButton().fire());
        until(() -> text(robot, "#export-title").equals("Export Riverside practice"));
        assertThat(robot.lookup("#export-format").queryComboBox().getItems())
                .extracting(Object::toString)
                .containsExactly("Events (CSV)", "FHIR R4 (NDJSON)");
        picture(robot, "export-offer");
        robot.interact(() -> view.export(folder));
        until(() -> text(robot, "#export-report").contains("riverside-practice-events"));
        assertThat(text(robot, "#export-report")).contains("1 patient", "not encrypted");
        assertThat(folder.resolve("riverside-practice-events/manifest.json")).exists();
        picture(robot, "export-report");
        assertThat(warnings.seen()).isEmpty();
    }

    /** For looking at. */
    private void picture(FxRobot robot, String name) throws Exception {
        Path file = Path.of("target", "snapshots", name + ".png");
        Files.createDirectories(file.getParent());
        WritableImage[] image = new WritableImage[1];
        robot.interact(() -> image[0] = place.getScene().snapshot(null));
        Picture.write(image[0], file);
    }

    @Test
    void aPatientIsFoundAndOpenedByKeysAlone(FxRobot robot) throws Exception {
        WorklistView worklist =
                new WorklistView(
                        store.services(jobs), this, store.cohort(), Settings.ofThisProcess());
        robot.interact(() -> place.getChildren().setAll(worklist.root()));
        robot.interact(() -> worklist.keys().requestFocus());
        until(() -> text(robot, "#worklist-count").equals("1 patient"));
        robot.write("okonkwo");
        robot.type(KeyCode.DOWN);
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(went).containsExactly("patient Okonkwo-Hale");
        assertThat(warnings.seen()).isEmpty();
    }

    @Override
    public void cohorts() {
        went.add("cohorts");
    }

    @Override
    public void worklist(Cohort cohort) {
        went.add("worklist " + cohort.name());
    }

    @Override
    public void worklist(Cohort cohort, PatientSelection selection) {
        went.add("worklist " + cohort.name() + " " + selection.words());
    }

    @Override
    public void quality(Cohort cohort) {
        went.add("quality " + cohort.name());
    }

    @Override
    public void patient(Cohort cohort, PatientSummary patient) {
        went.add("patient " + patient.patient().familyName());
    }

    @Override
    public void tuning(Cohort cohort) {
        went.add("tuning " + cohort.name());
    }
}
