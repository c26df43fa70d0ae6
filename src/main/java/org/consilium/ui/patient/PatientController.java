package org.consilium.ui.patient;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Timeline;
import org.consilium.ui.common.ViewState;
import org.jspecify.annotations.Nullable;

/** Binds the patient screen to its view model. */
final class PatientController {
    private static final int ROWS = 8;

    private final PatientViewModel model;
    private final Parent recommendations;
    private final Parent why;
    private final Runnable back;

    @FXML private HBox panes;
    @FXML private BannerPane banner;
    @FXML private Button leave;
    @FXML private ComboBox<Visits.Visit> visit;
    @FXML private ScrollPane scroll;
    @FXML private VBox failure;
    @FXML private Label message;
    @FXML private Section allergies;
    @FXML private Section problems;
    @FXML private Section medications;
    @FXML private Section goals;
    @FXML private Section results;
    @FXML private Section circumstances;
    @FXML private Section visits;

    PatientController(PatientViewModel model, Parent recommendations, Parent why, Runnable back) {
        this.model = model;
        this.recommendations = recommendations;
        this.why = why;
        this.back = back;
    }

    @FXML
    private void initialize() {
        panes.getChildren().addAll(recommendations, why);
        HBox.setHgrow(recommendations, Priority.ALWAYS);
        HBox.setHgrow(why, Priority.ALWAYS);
        leave.setOnAction(event -> back.run());
        banner.show(model.bannerProperty().get());
        model.bannerProperty().addListener((observed, before, now) -> banner.show(now));
        model.visitsProperty().addListener((observed, before, now) -> visit.getItems().setAll(now));
        model.visitProperty().addListener((observed, before, now) -> visit.setValue(now));
        visit.setOnAction(event -> look(visit.getValue()));
        model.chartProperty().addListener((observed, before, now) -> show(now));
        model.stateProperty().addListener((observed, before, now) -> show(now));
        show(model.stateProperty().get());
    }

    @FXML
    private void retry() {
        model.load();
    }

    /** Shows and marks the recorded event in the chart: its own row, else its visit. */
    void reveal(ClinicalEvent event) {
        List.of(allergies, problems, medications, goals, results, circumstances, visits)
                .forEach(Section::unmark);
        for (Section section : List.of(problems, circumstances, medications, results, allergies)) {
            Node row = section.mark(entry -> ChartSource.isOf(entry, event));
            if (row != null) {
                scrollTo(row);
                return;
            }
        }
        Node row = visits.mark(entry -> ChartSource.isVisitOf(entry, event));
        if (row != null) {
            scrollTo(row);
        }
    }

    private void scrollTo(Node row) {
        scroll.applyCss();
        scroll.layout();
        double whole = scroll.getContent().getBoundsInLocal().getHeight();
        double shown = scroll.getViewportBounds().getHeight();
        double top =
                scroll.getContent()
                        .sceneToLocal(row.localToScene(row.getBoundsInLocal()))
                        .getMinY();
        if (whole > shown) {
            scroll.setVvalue(Math.clamp((top - shown / 3) / (whole - shown), 0, 1));
        }
    }

    private void look(Visits.@Nullable Visit chosen) {
        if (chosen != null && !chosen.equals(model.visitProperty().get())) {
            model.look(chosen);
        }
    }

    private void show(ViewState<Timeline> state) {
        boolean failed = state instanceof ViewState.Failed<Timeline>;
        failure.setVisible(failed);
        failure.setManaged(failed);
        message.setText(state instanceof ViewState.Failed<Timeline>(String why) ? why : "");
        scroll.setVisible(state instanceof ViewState.Loaded<Timeline>);
        visit.setDisable(!(state instanceof ViewState.Loaded<Timeline>));
    }

    private void show(@Nullable Chart chart) {
        if (chart == null) {
            return;
        }
        // none of them ever behind a link
        allergies.show("", chart.allergies(), chart.allergies().size(), ChartRows::allergy);
        List<Chart.Problem> active = chart.problems().stream().filter(p -> p.active()).toList();
        int resolved = chart.problems().size() - active.size();
        Codes codes = chart.codes();
        problems.show(
                "%d active, %d resolved".formatted(active.size(), resolved),
                chart.problems(),
                Math.max(active.size(), ROWS),
                each -> ChartRows.problem(each, codes));
        medications.show(
                "", chart.medications(), 2 * ROWS, each -> ChartRows.medication(each, codes));
        goals.show("", chart.goals(), ROWS, each -> ChartRows.goal(each, codes));
        goals.setVisible(!chart.goals().isEmpty()); // most records have none
        goals.setManaged(goals.isVisible());
        results.show("", chart.results(), 2 * ROWS, each -> ChartRows.result(each, codes));
        circumstances.show(
                "", chart.circumstances(), ROWS / 2, each -> ChartRows.problem(each, codes));
        List<Visits.Visit> all = model.visitsProperty().get();
        visits.show(
                String.valueOf(all.size()),
                all,
                ROWS,
                each -> ChartRows.visit(each, chart.visit(), () -> look(each)));
    }
}
