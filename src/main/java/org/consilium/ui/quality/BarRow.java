package org.consilium.ui.quality;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.consilium.quality.PatientList;
import org.consilium.ui.common.Counted;

/** A bar with its words; a button where it has patients to open. */
final class BarRow {
    private static final double LABEL = 250;
    private static final double NUMBER = 52;
    private static final double DETAIL = 250;

    private BarRow() {}

    static Node of(QualityBar bar, Consumer<QualityBar> open) {
        HBox row = row(bar);
        if (!bar.opens()) {
            row.setId("bar-" + bar.id());
            row.getStyleClass().add("bar-row");
            return row;
        }
        Button button = new Button();
        button.setId("bar-" + bar.id());
        button.getStyleClass().setAll("bar-row", "bar-button");
        button.setGraphic(row);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMaxWidth(Double.MAX_VALUE);
        row.prefWidthProperty().bind(button.widthProperty().subtract(2 * ShareBar.PADDING));
        String action = action(bar.patients());
        button.setTooltip(new Tooltip(bar.label() + "\n" + bar.detail() + "\n" + action));
        button.setAccessibleText(
                "%s: %s. %s. %s".formatted(bar.label(), bar.number(), bar.detail(), action));
        button.setOnAction(event -> open.accept(bar));
        return button;
    }

    private static String action(PatientList patients) {
        return patients.count() > patients.ids().size()
                ? "Open the first %,d of %,d patients"
                        .formatted(patients.ids().size(), patients.count())
                : "Open " + Counted.of(patients.count(), "patient");
    }

    private static HBox row(QualityBar bar) {
        Label label = new Label(bar.label());
        label.setTooltip(new Tooltip(bar.label()));
        label.setMinWidth(LABEL);
        label.setPrefWidth(LABEL);
        label.setMaxWidth(LABEL);
        ShareBar share = new ShareBar(bar.share(), bar.kind());
        HBox.setHgrow(share, Priority.ALWAYS);
        Label number = new Label(bar.number());
        number.getStyleClass().add("bar-number");
        number.setMinWidth(NUMBER);
        Label detail = new Label(bar.detail());
        detail.getStyleClass().add("quiet");
        detail.setMinWidth(DETAIL);
        detail.setPrefWidth(DETAIL);
        detail.setMaxWidth(DETAIL);
        HBox row = new HBox(label, share, number, detail);
        row.getStyleClass().add("bar-line");
        return row;
    }
}
