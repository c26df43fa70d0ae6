package org.consilium.ui.recommendation;

import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.consilium.recommend.RecommendationList;
import org.consilium.ui.common.ViewState;
import org.consilium.ui.common.Views;
import org.jspecify.annotations.Nullable;

/**
 * The ranked list and, above it, what is withheld; all by keyboard: up, down, A to accept, D to
 * decline, O to override.
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

    private void chosen(@Nullable RecommendationRow row) {
        if (!refreshing && row != null) {
            model.select(row);
        }
    }

    private void follow(@Nullable RecommendationRow row) {
        refreshing = true;
        int index = row == null ? -1 : model.rows().indexOf(row);
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
        frame.setCenter(words.isEmpty() || !loaded && !model.rows().isEmpty() ? list : message);
    }
}
