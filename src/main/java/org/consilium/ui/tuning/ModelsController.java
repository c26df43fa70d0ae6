package org.consilium.ui.tuning;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.consilium.tuning.ModelSummary;
import org.consilium.tuning.PromotionCheck;
import org.consilium.ui.common.ViewState;
import org.consilium.ui.tuning.ModelsViewModel.Question;
import org.jspecify.annotations.Nullable;

/** Binds the list of models, the card and what is served to their view model. */
final class ModelsController {
    private final ModelsViewModel model;
    private boolean refreshing;

    @FXML private ListView<ModelSummary> list;
    @FXML private Label failure;
    @FXML private Label notice;
    @FXML private Button promote;
    @FXML private VBox confirmation;
    @FXML private Label question;
    @FXML private VBox waiver;
    @FXML private TextField signer;
    @FXML private TextField reason;
    @FXML private Button confirm;
    @FXML private CardView card;

    ModelsController(ModelsViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        list.setCellFactory(view -> new ModelCell());
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((observed, before, now) -> chosen(now));
        notice.textProperty().bind(model.noticeProperty());
        notice.managedProperty().bind(model.noticeProperty().isNotEmpty());
        notice.visibleProperty().bind(model.noticeProperty().isNotEmpty());
        model.stateProperty().addListener((observed, before, now) -> show(now));
        model.detailsProperty().addListener((observed, before, now) -> show(now));
        model.questionProperty().addListener((observed, before, now) -> ask(now));
        signer.textProperty().bindBidirectional(model.signerProperty());
        reason.textProperty().bindBidirectional(model.reasonProperty());
        ask((Question) null);
        show(model.stateProperty().get());
    }

    private void chosen(@Nullable ModelSummary summary) {
        if (!refreshing && summary != null) {
            model.open(summary);
        }
    }

    private void show(ViewState<List<ModelSummary>> state) {
        failure.setText(
                state instanceof ViewState.Failed<List<ModelSummary>>(String why) ? why : "");
        failure.setVisible(!failure.getText().isEmpty());
        failure.setManaged(!failure.getText().isEmpty());
        refreshing = true;
        list.getItems().setAll(model.list());
        refreshing = false;
    }

    private void show(ModelsViewModel.@Nullable Details details) {
        if (details == null) {
            return;
        }
        refreshing = true;
        list.getSelectionModel().select(details.model());
        refreshing = false;
        card.show(details.card());
        promote.setDisable(details.model().served());
    }

    @FXML
    private void askToPromote() {
        ModelSummary chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.askToPromote(chosen.name());
        }
    }

    @FXML
    private void askToRollBack() {
        model.askToRollBack();
    }

    @FXML
    private void confirmed() {
        model.confirm();
    }

    @FXML
    private void dismissed() {
        model.dismiss();
    }

    private void ask(@Nullable Question asked) {
        confirmation.setVisible(asked != null);
        confirmation.setManaged(asked != null);
        switch (asked) {
            case null -> {}
            case Question.Promote(PromotionCheck check) -> ask(check);
            case Question.RollBack() -> {
                question.setText("What was served before is served again.");
                confirm.setText("Roll back");
                visible(waiver, false);
            }
        }
    }

    private void ask(PromotionCheck check) {
        visible(waiver, check.blocked());
        question.setText(
                check.blocked()
                        ? check.model() + " is held back. " + String.join(" ", check.blocks())
                        : "From now on every recommendation comes from %s. %s"
                                .formatted(check.model(), String.join(" ", check.notes())));
        confirm.setText(check.blocked() ? "Sign and serve it" : "Serve it");
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
