package org.consilium.ui.recommendation;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import org.consilium.recommend.Measurable;
import org.consilium.ui.common.Views;
import org.jspecify.annotations.Nullable;

/** A result that is supposed to be there, with the number that is typed for it. */
final class SupposedResult extends HBox {
    SupposedResult(WhatIfViewModel model, Measurable result) {
        getStyleClass().add("what-if-row");
        String name = Wording.name(result.concept());
        CheckBox there = new CheckBox("Supposed: " + name);
        there.setSelected(true);
        there.setMinWidth(0);
        there.setMaxWidth(Double.MAX_VALUE);
        there.setTooltip(new Tooltip(name + ", as if measured the day before"));
        HBox.setHgrow(there, Priority.ALWAYS);
        TextField number = new TextField();
        number.getStyleClass().add("what-if-number");
        number.setId("what-if-result");
        number.setPromptText("value");
        number.setAccessibleText("Suppose " + name + " in " + Wording.unit(result.unit()));
        number.textProperty()
                .addListener((observed, before, now) -> {
                    @Nullable Double value = WhatIfNumbers.parse(now);
                    number.pseudoClassStateChanged(
                            WhyWords.FAILED, value == null && !now.isBlank());
                    model.suppose(result, value);
                });
        there.setOnAction(event -> {
            model.suppose(result, null);
            if (getParent() instanceof Pane pane) {
                pane.getChildren().remove(this);
            }
        });
        Label unit = new Label(Wording.unit(result.unit()));
        unit.getStyleClass().addAll("quiet", "what-if-unit");
        unit.setTooltip(new Tooltip(result.unit()));
        getChildren().addAll(there, number, unit);
        Views.later(number::requestFocus);
    }
}
