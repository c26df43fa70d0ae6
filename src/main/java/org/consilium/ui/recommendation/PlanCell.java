package org.consilium.ui.recommendation;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.consilium.clinical.Decision;
import org.consilium.ui.common.CutText;
import org.consilium.ui.common.PatientWords;

/** One line of the care plan. */
final class PlanCell extends ListCell<Decision> {
    private final Label name = new Label();
    private final Label detail = new Label();
    private final VBox whole = new VBox(name, detail);

    PlanCell() {
        getStyleClass().add("recommendation-cell");
        name.getStyleClass().add("wording");
        name.setMinWidth(0);
        detail.getStyleClass().add("reasons");
        detail.setMinWidth(0);
        CutText.tell(name);
        CutText.tell(detail);
        whole.getStyleClass().add("plan-row");
        setPrefWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(Decision decision, boolean empty) {
        super.updateItem(decision, empty);
        if (empty || decision == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        name.setText(Wording.name(decision.item()));
        detail.setText(detail(decision));
        setAccessibleText(name.getText() + ", " + detail.getText());
        setGraphic(whole);
    }

    private static String detail(Decision decision) {
        String change = decision.change() == null ? "" : "as: " + decision.change() + " \u00b7 ";
        String override = decision.override() == null ? "" : " \u00b7 against a safety alert";
        return "%s%s, accepted by %s on %s%s"
                .formatted(
                        change,
                        Wording.kind(decision.kind()),
                        decision.decidedBy(),
                        PatientWords.date(decision.at().toLocalDate()),
                        override);
    }
}
