package org.consilium.ui.tuning;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.consilium.tuning.ModelSummary;

/** One model: its name, where it comes from, whether it is served. */
final class ModelCell extends ListCell<ModelSummary> {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm", Locale.UK);

    private final Label name = new Label();
    private final Label origin = new Label();
    private final Label made = new Label();
    private final Label served = new Label("served");
    private final VBox whole;

    ModelCell() {
        getStyleClass().add("model-cell");
        name.getStyleClass().add("model-name");
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        origin.getStyleClass().add("quiet");
        made.getStyleClass().add("quiet");
        served.getStyleClass().add("served");
        served.setMinWidth(USE_PREF_SIZE);
        whole = new VBox(new HBox(name, served), origin, made);
        setPrefWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(ModelSummary model, boolean empty) {
        super.updateItem(model, empty);
        if (empty || model == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        name.setText(model.name());
        origin.setText(origin(model));
        made.setText(
                "%s \u00b7 %,d facts, %,d items"
                        .formatted(
                                DATE.format(model.made().atZone(ZoneId.systemDefault())),
                                model.facts(),
                                model.items()));
        served.setVisible(model.served());
        served.setManaged(model.served());
        setAccessibleText(
                model.name() + ", " + origin(model) + (model.served() ? ", served now" : ""));
        setGraphic(whole);
    }

    private static String origin(ModelSummary model) {
        return model.base() == null
                ? "base model"
                : "tuned from " + model.base() + " on " + model.cohort();
    }
}
