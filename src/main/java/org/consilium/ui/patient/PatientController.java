package org.consilium.ui.patient;

import java.io.File;
import java.time.LocalDate;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Timeline;
import org.consilium.meaning.Ingredients;
import org.consilium.recommend.RecommendationList;
import org.consilium.ui.common.ByPulse;
import org.consilium.ui.common.Settings;
import org.consilium.ui.common.ViewState;
import org.jspecify.annotations.Nullable;

/** Binds the patient screen to its view model. */
final class PatientController {
    private static final String TIMELINE = "patient.timeline";
    private static final double LOW = 560;

    private final PatientViewModel model;
    private final ReadOnlyObjectProperty<ViewState<RecommendationList>> advice;
    private final ChartSections sections;
    private final Settings settings;
    private final Runnable back;
    @FXML private BorderPane screen;
    @FXML private HBox panes;
    @FXML private HBox chips;
    @FXML private StackPane record;
    @FXML private BannerPane banner;
    @FXML private Button leave;
    @FXML private Button earlier;
    @FXML private Button later;
    @FXML private ComboBox<Visits.Visit> visit;
    @FXML private DayPicker day;
    @FXML private Label asOf;
    @FXML private ToggleButton timeline;
    @FXML private HistoryPane history;
    @FXML private Button summary;
    @FXML private Label summarised;
    @FXML private ScrollPane scroll;
    @FXML private VBox failure;
    @FXML private Label message;

    PatientController(
            PatientViewModel model,
            ReadOnlyObjectProperty<ViewState<RecommendationList>> advice,
            Ingredients ingredients,
            Settings settings,
            Runnable back) {
        this.model = model;
        this.advice = advice;
        this.sections = new ChartSections(ingredients);
        this.settings = settings;
        this.back = back;
    }

    /** Puts what to consider, and why, beside the record. */
    void place(Parent recommendations, Parent why) {
        panes.getChildren().clear();
        Panes made = new Panes(panes, chips);
        made.add("Record", record);
        made.add("To consider", recommendations);
        made.add("Why", why);
        // each is first laid out with a picture of its own
        made.hide(recommendations);
        made.hide(why);
        new ByPulse(panes)
                .instead(List.of(() -> {}, () -> made.show(recommendations), () -> made.show(why)));
    }

    @FXML
    private void initialize() {
        scroll.setContent(sections.root());
        leave.setOnAction(event -> back.run());
        earlier.setTooltip(new Tooltip("What would have been advised at the visit before"));
        earlier.setOnAction(event -> model.earlier());
        later.setTooltip(new Tooltip("The visit after"));
        later.setOnAction(event -> model.later());
        day.setChoosable(model::isLookable);
        day.setTooltip(
                new Tooltip(
                        "Any day of the record: what was known then, and what would have been advised (Ctrl+D)"));
        day.valueProperty().addListener((observed, before, now) -> lookAt(now));
        banner.show(model.bannerProperty().get());
        model.bannerProperty().addListener((observed, before, now) -> banner.show(now));
        model.visitsProperty().addListener((observed, before, now) -> visit.getItems().setAll(now));
        model.visitProperty().addListener((observed, before, now) -> moved(now));
        visit.setOnAction(event -> look(visit.getValue()));
        model.chartProperty().addListener((observed, before, now) -> show(now));
        model.stateProperty().addListener((observed, before, now) -> show(now));
        model.historyProperty()
                .addListener((observed, before, now) -> history.show(now, model::look));
        advice.addListener((observed, before, now) -> showDone());
        summary.setOnAction(event -> summarise());
        summary.setTooltip(new Tooltip("One page as PDF, to print (Ctrl+P)"));
        summarised.textProperty().bind(model.summaryProperty());
        summarised.visibleProperty().bind(model.summaryProperty().isNotEmpty());
        summarised.managedProperty().bind(summarised.visibleProperty());
        timeline.setOnAction(event -> {
            settings.put(TIMELINE, timeline.isSelected() ? "shown" : "hidden");
            showTimeline();
        });
        screen.heightProperty().addListener((observed, before, now) -> fit(now.doubleValue()));
        fit(0);
        screen.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        show(model.stateProperty().get());
        moved(model.visitProperty().get());
    }

    @FXML
    private void retry() {
        model.load();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.P && event.isShortcutDown()) {
            summarise();
            event.consume();
        } else if (event.getCode() == KeyCode.D && event.isShortcutDown()) {
            day.requestFocus();
            day.getEditor().selectAll();
            event.consume();
        }
    }

    private void summarise() {
        Chart chart = model.chartProperty().get();
        if (chart != null) {
            FileChooser chooser = new FileChooser();
            chooser.setInitialFileName("summary.pdf");
            File file = chooser.showSaveDialog(screen.getScene().getWindow());
            if (file != null) {
                model.summarise(file.toPath(), advised(chart));
            }
        }
    }

    private void showTimeline() {
        boolean shown = timeline.isSelected();
        history.setVisible(shown);
        history.setManaged(shown);
    }

    /** A low window has no room for it unless it is asked for. */
    private void fit(double height) {
        boolean wanted = !settings.get(TIMELINE, "").equals("hidden");
        timeline.setSelected(wanted && (height == 0 || height >= LOW));
        showTimeline();
    }

    /** Shows and marks the recorded event in the chart: its own row, else its visit. */
    void reveal(ClinicalEvent event) {
        Node row = sections.mark(event);
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

    private void lookAt(@Nullable LocalDate chosen) {
        Visits.Visit now = model.visitProperty().get();
        if (chosen != null && now != null && !chosen.equals(now.day())) {
            model.look(chosen);
        }
    }

    private void moved(Visits.@Nullable Visit now) {
        visit.setValue(now);
        visit.setTooltip(now == null ? null : new Tooltip(now.toString()));
        day.setValue(now == null ? null : now.day());
        later.setDisable(now == null || model.later(now) == null);
        earlier.setDisable(now == null || model.earlier(now) == null);
        boolean latest = model.isLatest();
        asOf.setText(
                latest
                        ? "Nothing later is shown or used."
                        : "Looking back: nothing after this %s is shown or used."
                                .formatted(now != null && now.isDay() ? "day" : "visit"));
        asOf.getStyleClass().setAll("label", latest ? "quiet" : "looking-back");
        history.choose(now == null ? null : now.encounter());
    }

    private void show(ViewState<Timeline> state) {
        boolean failed = state instanceof ViewState.Failed<Timeline>;
        failure.setVisible(failed);
        failure.setManaged(failed);
        message.setText(state instanceof ViewState.Failed<Timeline>(String why) ? why : "");
        scroll.setVisible(state instanceof ViewState.Loaded<Timeline>);
        visit.setDisable(!(state instanceof ViewState.Loaded<Timeline>));
        day.setDisable(!(state instanceof ViewState.Loaded<Timeline>));
    }

    private void show(@Nullable Chart chart) {
        if (chart != null) {
            sections.show(chart, model.visitsProperty().get(), this::look, advised(chart));
        }
    }

    private void showDone() {
        Chart chart = model.chartProperty().get();
        if (chart != null && advised(chart) != null) {
            sections.showDone(chart, advised(chart));
        }
    }

    private @Nullable RecommendationList advised(Chart chart) {
        return advice.get() instanceof ViewState.Loaded<RecommendationList>(var list)
                        && list.at().equals(chart.visit().start())
                ? list
                : null;
    }
}
