package org.consilium.ui.recommendation;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.consilium.recommend.MissingInput;
import org.consilium.recommend.Place;
import org.jspecify.annotations.Nullable;

/** Where the selected item stands among all, and what is missing from the record. */
public final class PlacePane extends VBox {
    public PlacePane() {
        getStyleClass().add("more-pane");
    }

    void bind(ItemViewModel model) {
        model.placeProperty().addListener((observed, before, now) -> show(now));
        show(model.placeProperty().get());
    }

    private void show(@Nullable Place place) {
        getChildren().clear();
        if (place != null) {
            getChildren().add(Texts.title("Where it stands, and why not higher"));
            PlaceWords.place(place).forEach(line -> getChildren().add(Texts.sentence(line)));
            missing(place.missing());
        }
        setVisible(place != null);
        setManaged(place != null);
    }

    private void missing(List<MissingInput> missing) {
        if (missing.isEmpty()) {
            return;
        }
        Label title = Texts.title("Not on record of the last two years, and would matter");
        getChildren().add(title);
        missing.forEach(input -> getChildren().add(Texts.sentence(PlaceWords.missing(input))));
    }
}
