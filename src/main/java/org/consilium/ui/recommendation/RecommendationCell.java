package org.consilium.ui.recommendation;

import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.consilium.plan.Earlier;
import org.consilium.ui.common.CutText;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One recommendation: how probable, what, why in a line, what speaks against it, and what has
 * become of it.
 */
final class RecommendationCell extends ListCell<RecommendationRow> {
    private static final double BAR = 52;

    private final Label percent = new Label();
    private final Region fill = new Region();
    private final Label wording = new Label();
    private final Label reasons = new Label();
    private final Label state = new Label();
    private final SafetyChip safety = new SafetyChip();
    private final FontIcon mark = new FontIcon();
    private final HBox whole;

    RecommendationCell() {
        getStyleClass().add("recommendation-cell");
        percent.getStyleClass().add("percent");
        percent.setMinWidth(USE_PREF_SIZE);
        fill.getStyleClass().add("probability-fill");
        fill.setMaxWidth(Region.USE_PREF_SIZE);
        StackPane track = new StackPane(fill);
        track.getStyleClass().add("probability-track");
        track.setAlignment(Pos.CENTER_LEFT);
        track.setMinWidth(BAR);
        track.setMaxWidth(BAR);
        VBox probability = new VBox(percent, track);
        probability.getStyleClass().add("probability");
        wording.getStyleClass().add("wording");
        wording.setMinWidth(0);
        wording.setMaxWidth(Double.MAX_VALUE);
        state.getStyleClass().add("state");
        state.setGraphic(mark);
        state.setMinWidth(USE_PREF_SIZE);
        reasons.getStyleClass().add("reasons");
        reasons.setMinWidth(0);
        CutText.tell(wording);
        CutText.tell(reasons);
        HBox first = new HBox(wording, state);
        first.getStyleClass().add("first-line");
        HBox.setHgrow(wording, Priority.ALWAYS);
        VBox text = new VBox(first, reasons, safety);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        whole = new HBox(probability, text);
        whole.getStyleClass().add("recommendation-row");
        // as wide as the list, so that long names end in dots rather than make it scroll sideways
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
        percent.setText(row.percent());
        fill.setPrefWidth(Math.max(1, BAR * row.recommendation().probability()));
        wording.setText(row.wording());
        reasons.setText(row.reasons());
        safety.show(row.safety());
        state.setText(row.stateWords());
        state.setVisible(!row.stateWords().isEmpty());
        state.setManaged(!row.stateWords().isEmpty());
        mark.setIconCode(icon(row));
        state.getStyleClass().removeAll("accepted", "declined", "not-saved", "back");
        String style = style(row);
        if (!style.isEmpty()) {
            state.getStyleClass().add(style);
        }
        setAccessibleText(row.spoken());
        setGraphic(whole);
    }

    private static Feather icon(RecommendationRow row) {
        if (!row.moved().isEmpty()) {
            return Feather.SHUFFLE;
        }
        return switch (style(row)) {
            case "accepted" -> Feather.CHECK;
            case "declined" -> Feather.X;
            case "not-saved" -> Feather.ALERT_TRIANGLE;
            case "back" -> Feather.ROTATE_CCW;
            default -> Feather.CLOCK;
        };
    }

    private static String style(RecommendationRow row) {
        if (!row.moved().isEmpty()) {
            return "back";
        }
        return switch (row.state()) {
            case DecisionState.Open open -> row.earlier() instanceof Earlier.Back ? "back" : "";
            case DecisionState.Saving saving -> "";
            case DecisionState.NotSaved notSaved -> "not-saved";
            case DecisionState.Decided(var decision) ->
                    switch (decision.verdict()) {
                        case ACCEPTED, MODIFIED -> "accepted";
                        case DECLINED -> "declined";
                        case SNOOZED, UNDONE -> "";
                    };
        };
    }
}
