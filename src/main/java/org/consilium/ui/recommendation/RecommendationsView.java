package org.consilium.ui.recommendation;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.consilium.clinical.Decision;
import org.consilium.recommend.RecommendationList;
import org.consilium.ui.common.ViewState;
import org.consilium.ui.common.Views;
import org.jspecify.annotations.Nullable;

/**
 * The ranked list and, above it, what is withheld; all by keyboard: up, down, A to accept, D to
 * decline, M to modify, S to put off, O to override, U to undo, F to find any item.
 */
public final class RecommendationsView {
    private final RecommendationsViewModel model;
    private final WhyView why;
    private final Parent root;
    private boolean refreshing;

    @FXML private BorderPane frame;
    @FXML private Label source;
    @FXML private KindChips chips;
    @FXML private Label note;
    @FXML private WithheldLane lane;
    @FXML private Label notChecked;
    @FXML private ListView<RecommendationRow> list;
    @FXML private Label message;
    @FXML private ToggleButton showRanking;
    @FXML private ToggleButton showAside;
    @FXML private ToggleButton showPlan;
    @FXML private ToggleButton showFind;
    @FXML private ToggleButton showAlerts;
    @FXML private FindPane find;
    @FXML private AlertsPane alerts;
    @FXML private ListView<RecommendationRow> aside;
    @FXML private ListView<Decision> plan;

    /**
     * @param why shows the selected one, and takes the reason when it is declined
     */
    public RecommendationsView(RecommendationsViewModel model, WhyView why) {
        this.model = model;
        this.why = why;
        root = Views.load(this, "recommendations.fxml");
    }

    public Parent root() {
        return root;
    }

    /** The list that takes the keys. */
    public Node keys() {
        return list;
    }

    @FXML
    private void initialize() {
        chips.bind(model);
        lane.bind(model);
        lane.keys().addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        why.returnKeysTo(list);
        list.setCellFactory(view -> new RecommendationCell());
        list.setItems(model.rows());
        aside.setCellFactory(view -> new RecommendationCell());
        aside.setItems(model.aside());
        plan.setCellFactory(view -> new PlanCell());
        plan.setItems(model.plan());
        aside.getSelectionModel()
                .selectedItemProperty()
                .addListener((observed, before, now) -> chosen(now));
        aside.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        showRanking.setOnAction(event -> look(showRanking));
        showAside.setOnAction(event -> look(showAside));
        showPlan.setOnAction(event -> look(showPlan));
        find.bind(model.item());
        alerts.bind(model.item());
        showFind.setOnAction(event -> {
            look(showFind);
            find.open();
        });
        showAlerts.setOnAction(event -> {
            model.item().loadAlerts();
            look(showAlerts);
        });
        model.aside().addListener((InvalidationListener) changed -> count());
        model.plan().addListener((InvalidationListener) changed -> count());
        count();
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((observed, before, now) -> chosen(now));
        model.selectedProperty().addListener((observed, before, now) -> follow(now));
        model.stateProperty().addListener((observed, before, now) -> show(now));
        model.rows().addListener((InvalidationListener) changed -> sayWhenFaint());
        sayWhenFaint();
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        show(model.stateProperty().get());
    }

    private void count() {
        showAside.setText("Set aside " + model.aside().size());
        showPlan.setText("Care plan " + model.plan().size());
    }

    /** Shows the ranking, what is set aside, or the care plan. */
    private void look(ToggleButton wanted) {
        for (ToggleButton each : List.of(showRanking, showAside, showPlan, showFind, showAlerts)) {
            each.setSelected(each.equals(wanted));
        }
        show(model.stateProperty().get());
        if (showAside.isSelected() && !model.aside().isEmpty()) {
            aside.getSelectionModel().selectFirst();
        }
    }

    private void chosen(@Nullable RecommendationRow row) {
        if (!refreshing && row != null) {
            model.select(row);
        }
    }

    private void follow(@Nullable RecommendationRow row) {
        refreshing = true;
        int index = row == null ? -1 : model.rows().indexOf(row);
        int away = row == null ? -1 : model.aside().indexOf(row);
        if (away < 0) {
            aside.getSelectionModel().clearSelection();
        } else {
            aside.getSelectionModel().select(away);
        }
        if (index < 0) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(index);
        }
        refreshing = false;
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.A) {
            model.accept();
            event.consume();
        } else if (event.getCode() == KeyCode.O) {
            why.askWhyAllTheSame();
            event.consume();
        } else if (event.getCode() == KeyCode.D) {
            why.askForReason();
            event.consume();
        } else if (event.getCode() == KeyCode.M) {
            why.askForChange();
            event.consume();
        } else if (event.getCode() == KeyCode.S) {
            why.askForDay();
            event.consume();
        } else if (event.getCode() == KeyCode.F) {
            showFind.fire();
            event.consume();
        } else if (event.getCode() == KeyCode.U) {
            model.undo();
            event.consume();
        }
    }

    /** Says it when all that is shown is improbable. */
    private void sayWhenFaint() {
        boolean faint =
                !model.rows().isEmpty()
                        && model.rows().stream()
                                .map(row -> row.recommendation().probability())
                                .allMatch(probability -> probability < Shortlist.IMPROBABLE);
        note.setVisible(faint);
        note.setManaged(faint);
    }

    private Node centre() {
        if (showAside.isSelected()) {
            return aside;
        }
        if (showFind.isSelected()) {
            return find;
        }
        if (showAlerts.isSelected()) {
            return alerts;
        }
        return showPlan.isSelected() ? plan : list;
    }

    private void show(ViewState<RecommendationList> state) {
        String words =
                switch (state) {
                    case ViewState.Idle<RecommendationList> idle ->
                            "Choose a visit to see what to consider.";
                    case ViewState.Running<RecommendationList> running -> "Weighing the record";
                    case ViewState.Failed<RecommendationList>(String sentence) -> sentence;
                    case ViewState.Loaded<RecommendationList>(var loaded) ->
                            loaded.items().isEmpty() ? "Nothing to consider at this visit." : "";
                };
        message.setText(words);
        boolean loaded = state instanceof ViewState.Loaded<RecommendationList>;
        String unchecked =
                state instanceof ViewState.Loaded<RecommendationList>(var listed)
                        ? SafetyWords.notChecked(listed.notChecked())
                        : "";
        notChecked.setText(unchecked);
        notChecked.setVisible(!unchecked.isEmpty());
        notChecked.setManaged(!unchecked.isEmpty());
        source.setText(
                state instanceof ViewState.Loaded<RecommendationList>(var shown)
                        ? "Model " + shown.model()
                        : "");
        frame.setCenter(words.isEmpty() || !loaded && !model.rows().isEmpty() ? centre() : message);
    }
}
