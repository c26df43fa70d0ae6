package org.consilium.ui.recommendation;

import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.recommend.Recommendation;
import org.consilium.recommend.RecommendationList;
import org.consilium.ui.common.Paragraph;
import org.consilium.ui.common.ViewState;
import org.consilium.ui.common.Views;
import org.jspecify.annotations.Nullable;

/** The selected recommendation: accept or decline it, and why it stands there. */
public final class WhyView {
    private final RecommendationsViewModel model;
    private final Parent root;

    @FXML private VBox content;
    @FXML private Label empty;
    @FXML private Label kind;
    @FXML private Label title;
    @FXML private Label probability;
    @FXML private Label outcome;
    @FXML private Button accept;
    @FXML private Button decline;
    @FXML private Button modify;
    @FXML private Button snooze;
    @FXML private Button undo;
    @FXML private Button override;
    @FXML private DeclinePane declining;
    @FXML private OverridePane overriding;
    @FXML private ModifyPane modifying;
    @FXML private SnoozePane snoozing;
    @FXML private EarlierPane earlier;
    @FXML private PlacePane place;
    @FXML private WhatIfPane whatIf;
    @FXML private CohortPane cohort;
    @FXML private Label supposed;
    @FXML private Label source;
    private @Nullable FactGroup group;
    private Consumer<ClinicalEvent> onSource = event -> {};
    @FXML private SafetyPane safety;
    @FXML private ToggleButton byFact;
    @FXML private ToggleButton byGroup;
    @FXML private EvidenceBars bars;
    @FXML private VBox sentences;

    public WhyView(RecommendationsViewModel model) {
        this.model = model;
        root = Views.load(this, "why.fxml");
    }

    public Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        declining.setOnChosen(model::decline);
        overriding.setOnChosen(model::override);
        modifying.setOnChosen(model::modify);
        snoozing.setOnChosen(model::snooze);
        model.selectedProperty().addListener((observed, before, now) -> show(before, now));
        place.bind(model.item());
        whatIf.bind(model.whatIf());
        cohort.bind(model.item());
        bars.setOnChosen(this::lookInto);
        model.item().sourceProperty().addListener((observed, before, now) -> show(now));
        show((ClinicalEvent) null);
        model.changesProperty().addListener((observed, before, now) -> suppose(!now.isEmpty()));
        suppose(false);
        byFact.setOnAction(event -> choose(true));
        byGroup.setOnAction(event -> choose(false));
        show(null, model.selectedProperty().get());
    }

    /** What is done with the recorded event behind a bar that was chosen. */
    public void setOnSource(Consumer<ClinicalEvent> action) {
        onSource = action;
    }

    private void lookInto(Why.Bar bar) {
        if (bar.group() != null) {
            group = bar.group();
            RecommendationRow row = model.selectedProperty().get();
            if (row != null) {
                showWhy(row.recommendation());
            }
        } else if (bar.fact() != null) {
            model.item().showSource(bar.fact());
        }
    }

    private void show(@Nullable ClinicalEvent event) {
        source.setText(event == null ? "" : WhyWords.source(event));
        source.setVisible(event != null);
        source.setManaged(event != null);
        if (event != null) {
            onSource.accept(event);
        }
    }

    private void suppose(boolean something) {
        supposed.setVisible(something);
        supposed.setManaged(something);
        for (Button button : List.of(accept, modify, decline, snooze, override, undo)) {
            button.setDisable(something);
        }
    }

    /** Where the keys go once the reasons are closed. */
    void returnKeysTo(Node node) {
        declining.setOnClosed(node::requestFocus);
        overriding.setOnClosed(node::requestFocus);
        modifying.setOnClosed(node::requestFocus);
        snoozing.setOnClosed(node::requestFocus);
    }

    @FXML
    private void accept() {
        closeAll();
        model.accept();
    }

    @FXML
    private void undo() {
        closeAll();
        model.undo();
    }

    private void closeAll() {
        declining.close();
        overriding.close();
        modifying.close();
        snoozing.close();
    }

    /** Opens the reasons: nothing is declined without one. */
    @FXML
    void askForReason() {
        if (model.selectedProperty().get() != null) {
            closeAll();
            declining.open();
        }
    }

    /** Opens the reasons: nothing that is withheld is accepted without one. */
    @FXML
    void askWhyAllTheSame() {
        RecommendationRow row = model.selectedProperty().get();
        if (row != null && row.isWithheld()) {
            closeAll();
            overriding.open();
        }
    }

    /** Asks what is done instead; not of what is withheld. */
    @FXML
    void askForChange() {
        RecommendationRow row = model.selectedProperty().get();
        if (row != null && !row.isWithheld()) {
            closeAll();
            modifying.open();
        }
    }

    /** Asks until when it is put off. */
    @FXML
    void askForDay() {
        if (model.selectedProperty().get() != null
                && model.stateProperty().get()
                        instanceof ViewState.Loaded<RecommendationList>(var list)) {
            closeAll();
            snoozing.open(list.at().toLocalDate());
        }
    }

    private void choose(boolean facts) {
        group = null;
        byFact.setSelected(facts);
        byGroup.setSelected(!facts);
        RecommendationRow row = model.selectedProperty().get();
        if (row != null) {
            showWhy(row.recommendation());
        }
    }

    private void show(@Nullable RecommendationRow before, @Nullable RecommendationRow row) {
        content.setVisible(row != null);
        empty.setVisible(row == null);
        if (row == null) {
            return;
        }
        if (before == null || !before.isSameItem(row)) {
            closeAll();
            Recommendation item = row.recommendation();
            safety.show(row.safety());
            show(accept, !row.isWithheld());
            show(modify, !row.isWithheld());
            show(override, row.isWithheld());
            kind.setText(Wording.kind(item.kind()));
            title.setText(row.isWithheld() || model.isFound(row) ? row.name() : row.wording());
            title.setTooltip(new Tooltip(Wording.inFull(item.item())));
            probability.setText(WhyWords.probability(item));
            showWhy(item);
        }
        earlier.show(row.earlier());
        show(undo, row.state() instanceof DecisionState.Decided);
        boolean saving =
                row.state() instanceof DecisionState.Saving
                        || !model.changesProperty().get().isEmpty();
        accept.setDisable(saving);
        decline.setDisable(saving);
        override.setDisable(saving);
        modify.setDisable(saving);
        snooze.setDisable(saving);
        outcome.setText(WhyWords.outcome(row.state()));
        outcome.setVisible(!outcome.getText().isEmpty());
        outcome.setManaged(!outcome.getText().isEmpty());
        outcome.pseudoClassStateChanged(
                WhyWords.FAILED, row.state() instanceof DecisionState.NotSaved);
    }

    private static void show(Button button, boolean shown) {
        button.setVisible(shown);
        button.setManaged(shown);
    }

    private void showWhy(Recommendation item) {
        FactGroup only = group;
        Why why =
                byFact.isSelected()
                        ? Why.byFact(item)
                        : only == null ? Why.byGroup(item) : Why.ofGroup(item, only);
        bars.show(why.bars());
        sentences.getChildren().setAll(why.sentences().stream().map(WhyView::sentence).toList());
    }

    private static Label sentence(String words) {
        Label label = new Paragraph(words);
        label.getStyleClass().add("sentence");
        return label;
    }
}
