package org.consilium.ui.recommendation;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.consilium.ui.common.ViewState;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How often each safety rule was on screen with a decision, and overridden. */
public final class AlertsPane extends VBox {
    private final ListView<RuleUse> list = new ListView<>();
    private final Label none = Texts.quiet("");

    public AlertsPane() {
        getStyleClass().add("find-pane");
        list.setId("alert-list");
        list.setAccessibleText("Safety rules with how often they were overridden");
        list.setCellFactory(view -> new Cell());
        list.setPlaceholder(none);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren()
                .addAll(
                        Texts.quiet(
                                "Nothing interrupts you here. A rule that is overridden more than 9 times in 10, of at least 50 decisions, is marked for review: it may be more noise than help."),
                        list);
    }

    void bind(ItemViewModel model) {
        model.alertsProperty().addListener((observed, before, now) -> show(now));
        show(model.alertsProperty().get());
    }

    private void show(ViewState<List<RuleUse>> state) {
        none.setText(
                switch (state) {
                    case ViewState.Loaded<List<RuleUse>> loaded ->
                            "No decision was taken with a safety alert yet.";
                    case ViewState.Failed<List<RuleUse>>(String sentence) -> sentence;
                    case ViewState.Idle<List<RuleUse>> idle -> "";
                    case ViewState.Running<List<RuleUse>> running -> "Counting";
                });
        if (state instanceof ViewState.Loaded<List<RuleUse>>(var uses)) {
            list.getItems().setAll(uses);
        }
    }

    private static final class Cell extends ListCell<RuleUse> {
        private final Label sentence = Texts.sentence("");
        private final Label counts = Texts.quiet("");
        private final VBox whole = new VBox(sentence, counts);

        Cell() {
            getStyleClass().add("recommendation-cell");
            whole.getStyleClass().add("plan-row");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(RuleUse rule, boolean empty) {
            super.updateItem(rule, empty);
            if (empty || rule == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            sentence.setText(rule.sentence());
            counts.setText(rule.counts());
            counts.setGraphic(rule.use().needsReview() ? new FontIcon(Feather.FLAG) : null);
            setAccessibleText(rule.sentence() + " " + rule.counts());
            setGraphic(whole);
        }
    }
}
