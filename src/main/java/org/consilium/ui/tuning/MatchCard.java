package org.consilium.ui.tuning;

import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.consilium.tuning.DomainMatch;
import org.consilium.ui.common.Paragraph;

/** How one base model fits the cohort, what follows, and how to decide otherwise. */
final class MatchCard extends VBox {
    private static final int NAMES = 200;
    private static final int NUMBERS = 48;

    /**
     * @param choose takes the model and how much of it is to be used
     */
    MatchCard(DomainMatch match, BiConsumer<String, Use> choose) {
        getStyleClass().add("match-card");
        Label name = new Label(match.model());
        name.getStyleClass().add("model-name");
        Label decision = new Label(Use.suggested(match.transfer()));
        decision.getStyleClass().addAll("match-decision", match.transfer().words());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(name, space, decision);
        head.getStyleClass().add("match-head");
        Label reason = new Paragraph(match.reason());
        getChildren().addAll(head, measures(match), reason, choice(match, choose));
    }

    private static GridPane measures(DomainMatch match) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("match-measures");
        ColumnConstraints numbers = new ColumnConstraints();
        numbers.setMinWidth(NUMBERS);
        grid.getColumnConstraints()
                .addAll(new ColumnConstraints(NAMES), numbers, new ColumnConstraints());
        share(grid, 0, "Known of what is recorded", match.knownFactUse());
        share(grid, 1, "Known of what is started", match.knownItemUse());
        shift(grid, 2, "Difference in what is recorded", match.factShift());
        shift(grid, 3, "Difference in what is started", match.itemShift());
        return grid;
    }

    private static void share(GridPane grid, int row, String words, double share) {
        row(grid, row, words, String.format(Locale.ROOT, "%.0f%%", 100 * share), share, "known");
    }

    private static void shift(GridPane grid, int row, String words, double bits) {
        boolean known = bits >= 0;
        row(
                grid,
                row,
                words,
                known ? String.format(Locale.ROOT, "%.2f", bits) : "\u2013",
                known ? bits : 0,
                "shift");
    }

    private static void row(
            GridPane grid, int row, String words, String number, double fraction, String style) {
        Label name = new Label(words);
        name.getStyleClass().add("quiet");
        name.setMinWidth(USE_PREF_SIZE);
        Label value = new Label(number);
        value.getStyleClass().add("match-number");
        ProgressBar bar = new ProgressBar(fraction);
        bar.getStyleClass().addAll("match-bar", style);
        bar.setAccessibleText(words + " " + number);
        grid.add(name, 0, row);
        grid.add(value, 1, row);
        grid.add(bar, 2, row);
    }

    private static HBox choice(DomainMatch match, BiConsumer<String, Use> choose) {
        ComboBox<Use> use = new ComboBox<>();
        use.getItems().setAll(Use.values());
        use.setValue(Use.DECIDED);
        use.setAccessibleText("How much of " + match.model() + " is used");
        Label caption = new Label("Use of it");
        caption.getStyleClass().add("caption");
        caption.setLabelFor(use);
        Button start = new Button("Fine-tune from it");
        start.getStyleClass().add("match-choose");
        start.setAccessibleText("Fine-tune from " + match.model());
        start.setOnAction(event -> choose.accept(match.model(), use.getValue()));
        HBox line = new HBox(caption, use, start);
        line.getStyleClass().add("match-choice");
        return line;
    }
}
