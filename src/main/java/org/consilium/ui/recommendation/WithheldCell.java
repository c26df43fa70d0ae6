package org.consilium.ui.recommendation;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.consilium.ui.common.CutText;

/** One withheld item: what, why not, and what has become of it. */
final class WithheldCell extends ListCell<RecommendationRow> {
    private final Label name = new Label();
    private final Label state = new Label();
    private final SafetyChip safety = new SafetyChip();
    private final VBox whole;

    WithheldCell() {
        getStyleClass().add("withheld-cell");
        name.getStyleClass().add("wording");
        name.setMinWidth(0);
        CutText.tell(name);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        state.getStyleClass().add("state");
        state.setMinWidth(USE_PREF_SIZE);
        HBox first = new HBox(name, state);
        first.getStyleClass().add("first-line");
        whole = new VBox(first, safety);
        whole.getStyleClass().add("withheld-row");
        setPrefWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(RecommendationRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        name.setText(row.name());
        state.setText(row.stateWords());
        safety.show(row.safety());
        setAccessibleText(row.spoken());
        setGraphic(whole);
    }
}
