package org.consilium.ui.recommendation;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.consilium.clinical.EventKind;
import org.consilium.recommend.Change;
import org.consilium.recommend.Measurable;
import org.consilium.ui.common.ByPulse;
import org.jspecify.annotations.Nullable;

/** Facts to suppose away or to change, and what the ranking would be then. */
public final class WhatIfPane extends VBox {
    private static final int AT_ONCE = 3;

    private final ByPulse pieces = new ByPulse(this);
    private final VBox facts = new VBox();
    private final TextField search = new TextField();
    private final VBox suggestions = new VBox();
    private final VBox supposed = new VBox();
    private final Label outcome = Texts.sentence("");
    private final Button reset = new Button("Back to the record");

    public WhatIfPane() {
        getStyleClass().add("more-pane");
        facts.getStyleClass().add("more-pane");
        outcome.setId("what-if-outcome");
        outcome.getStyleClass().add("what-if-outcome");
        reset.setId("what-if-reset");
        reset.setAccessibleText("Back to the record as it is");
        search.setId("what-if-search");
        search.setPromptText("Suppose a problem, medication or result as well");
        search.setAccessibleText("Suppose a problem, medication or result as well: its name");
        getChildren()
                .addAll(
                        Texts.title("What would change it"),
                        Texts.quiet(
                                "Untick a fact or change a number: the ranking moves. The record stays as it is. Age, sex and what is past cannot be changed."),
                        facts,
                        search,
                        suggestions,
                        supposed,
                        outcome,
                        reset);
    }

    void bind(WhatIfViewModel model) {
        model.facts().addListener((InvalidationListener) changed -> show(model));
        model.suggestions().addListener((InvalidationListener) changed -> suggest(model));
        model.results().addListener((InvalidationListener) changed -> suggest(model));
        search.textProperty().addListener((observed, before, now) -> model.search(now));
        outcome.textProperty().bind(model.outcomeProperty());
        outcome.visibleProperty().bind(outcome.textProperty().isNotEmpty());
        outcome.managedProperty().bind(outcome.visibleProperty());
        reset.visibleProperty().bind(outcome.visibleProperty());
        reset.managedProperty().bind(outcome.visibleProperty());
        reset.setOnAction(event -> {
            model.reset();
            show(model);
        });
        show(model);
    }

    private void show(WhatIfViewModel model) {
        facts.getChildren().clear();
        supposed.getChildren().clear();
        search.clear();
        List<Runnable> rows = new ArrayList<>();
        rows.add(() -> {}); // what is higher up comes first
        for (int first = 0; first < model.facts().size(); first += AT_ONCE) {
            List<WhatIfFact> some =
                    List.copyOf(
                            model.facts()
                                    .subList(
                                            first,
                                            Math.min(first + AT_ONCE, model.facts().size())));
            rows.add(() -> some.forEach(fact -> facts.getChildren().add(row(model, fact))));
        }
        pieces.instead(rows);
    }

    private static HBox row(WhatIfViewModel model, WhatIfFact fact) {
        CheckBox there = new CheckBox(fact.name());
        there.setSelected(true);
        there.setMinWidth(0);
        there.setMaxWidth(Double.MAX_VALUE);
        there.setTooltip(new Tooltip(fact.name() + "\n" + fact.standing()));
        there.setAccessibleText(fact.name() + ", " + fact.standing() + ": on record");
        HBox.setHgrow(there, Priority.ALWAYS);
        HBox row = new HBox(there);
        row.getStyleClass().add("what-if-row");
        @Nullable Double amount = fact.amount();
        if (amount == null) {
            there.setOnAction(event -> model.toggle(fact, there.isSelected()));
            Label standing = new Label(fact.standing());
            standing.getStyleClass().add("quiet");
            standing.setMinWidth(USE_PREF_SIZE);
            row.getChildren().add(standing);
            return row;
        }
        TextField number = new TextField(WhatIfNumbers.plain(amount));
        number.getStyleClass().add("what-if-number");
        number.setAccessibleText("Suppose " + fact.name() + " in " + fact.unit());
        number.textProperty()
                .addListener((observed, before, now) -> {
                    @Nullable Double value = WhatIfNumbers.parse(now);
                    number.pseudoClassStateChanged(WhyWords.FAILED, value == null);
                    if (value != null && there.isSelected()) {
                        model.measure(fact, value);
                    }
                });
        there.setOnAction(event -> {
            number.setDisable(!there.isSelected());
            model.toggle(fact, there.isSelected());
            @Nullable Double value = WhatIfNumbers.parse(number.getText());
            if (there.isSelected() && value != null) {
                model.measure(fact, value);
            }
        });
        Label unit = new Label(fact.unit());
        unit.getStyleClass().addAll("quiet", "what-if-unit");
        row.getChildren().addAll(number, unit);
        return row;
    }

    private void suggest(WhatIfViewModel model) {
        suggestions.getChildren().clear();
        for (Change.With with : model.suggestions()) {
            Hyperlink link = new Hyperlink("Suppose " + words(with));
            link.getStyleClass().add("what-if-suggestion");
            link.setOnAction(event -> {
                search.clear();
                model.add(with);
                supposed.getChildren().add(added(model, with));
            });
            suggestions.getChildren().add(link);
        }
        for (Measurable result : model.results()) {
            Hyperlink link = new Hyperlink("Suppose a result of " + Wording.name(result.concept()));
            link.getStyleClass().add("what-if-suggestion");
            link.setOnAction(event -> {
                search.clear();
                supposed.getChildren().add(new SupposedResult(model, result));
            });
            suggestions.getChildren().add(link);
        }
    }

    private CheckBox added(WhatIfViewModel model, Change.With with) {
        CheckBox box = new CheckBox("Supposed: " + words(with));
        box.setSelected(true);
        box.setOnAction(event -> {
            supposed.getChildren().remove(box);
            model.remove(with);
        });
        return box;
    }

    private static String words(Change.With with) {
        return Wording.name(with.concept())
                + (with.kind() == EventKind.MEDICATION ? " (taken)" : " (a problem)");
    }
}
