package org.consilium.ui.recommendation;

import javafx.beans.InvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What is contraindicated, above the ranking; takes no room where there is nothing. */
public final class WithheldLane extends VBox {
    private static final double ROW = 48;
    private static final int MOST_ROWS = 3;

    private final Label title = new Label();
    private final ListView<RecommendationRow> list = new ListView<>();
    private boolean following;

    public WithheldLane() {
        getStyleClass().add("withheld-lane");
        title.getStyleClass().add("withheld-title");
        title.setId("withheld-title");
        list.setId("withheld-list");
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new WithheldCell());
        list.setAccessibleText("Withheld, because they are contraindicated");
        getChildren().addAll(title, list);
    }

    void bind(RecommendationsViewModel model) {
        list.setItems(model.withheld());
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((observed, before, now) -> {
                    if (!following && now != null) {
                        model.select(now);
                    }
                });
        model.selectedProperty().addListener((observed, before, now) -> follow(model, now));
        model.withheld().addListener((InvalidationListener) changed -> size(model));
        size(model);
    }

    private void follow(RecommendationsViewModel model, @Nullable RecommendationRow row) {
        int index = row == null ? -1 : model.withheld().indexOf(row);
        following = true;
        if (index < 0) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(index);
        }
        following = false;
    }

    private void size(RecommendationsViewModel model) {
        int rows = model.withheld().size();
        title.setText("Withheld " + rows + ": contraindicated for this patient");
        // a little of the next row shows that there are more
        double shown = rows > MOST_ROWS ? MOST_ROWS + .5 : rows;
        list.setMinHeight(ROW * shown + 2);
        list.setPrefHeight(ROW * shown + 2);
        setVisible(rows > 0);
        setManaged(rows > 0);
    }

    /** The list that takes the keys. */
    ListView<RecommendationRow> keys() {
        return list;
    }
}
