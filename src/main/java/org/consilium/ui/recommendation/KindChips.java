package org.consilium.ui.recommendation;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import org.consilium.clinical.ItemKind;
import org.jspecify.annotations.Nullable;

/** The filter by kind: one chip a kind with its number, and one for all. */
public final class KindChips extends FlowPane {
    private final ToggleGroup group = new ToggleGroup();
    private final List<ToggleButton> chips = new ArrayList<>();
    private final List<@Nullable ItemKind> kinds = new ArrayList<>();

    public KindChips() {
        getStyleClass().add("chips");
    }

    void bind(RecommendationsViewModel model) {
        add(model, null);
        for (ItemKind kind : ItemKind.values()) {
            add(model, kind);
        }
        count(model);
        model.kindProperty().addListener((observed, before, now) -> choose(now));
        model.stateProperty().addListener((observed, before, now) -> count(model));
    }

    private void add(RecommendationsViewModel model, @Nullable ItemKind kind) {
        ToggleButton chip = new ToggleButton();
        chip.getStyleClass().add("chip");
        chip.setToggleGroup(group);
        chip.setMinWidth(USE_PREF_SIZE);
        chip.setSelected(model.kindProperty().get() == kind);
        chip.setOnAction(event -> {
            // a chip pressed twice stays chosen
            chip.setSelected(true);
            model.showKind(kind);
        });
        chips.add(chip);
        kinds.add(kind);
        getChildren().add(chip);
    }

    private void choose(@Nullable ItemKind kind) {
        for (int i = 0; i < chips.size(); i++) {
            chips.get(i).setSelected(kinds.get(i) == kind);
        }
    }

    private void count(RecommendationsViewModel model) {
        for (int i = 0; i < chips.size(); i++) {
            ItemKind kind = kinds.get(i);
            int count = model.count(kind);
            String name = kind == null ? "All" : Wording.kinds(kind);
            chips.get(i).setText(name + " " + count);
            chips.get(i).setDisable(kind != null && count == 0);
            chips.get(i).setAccessibleText("Show " + name + ", " + count);
        }
    }
}
