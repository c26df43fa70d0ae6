package org.consilium.ui.tuning;

import java.util.List;
import java.util.Set;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.consilium.ui.tuning.Comparison.Verdict;

/** Before and after with their intervals: numbers to the right, words to the left. */
public final class ComparisonTable extends GridPane {
    private static final List<String> HEAD =
            List.of(
                    "",
                    "visits",
                    "before",
                    "95% interval",
                    "after",
                    "95% interval",
                    "change",
                    "",
                    "\u25cb before   \u25cf after");

    /** The columns of words and of the drawing. */
    private static final Set<Integer> LEFT = Set.of(0, 7, 8);

    public ComparisonTable() {
        getStyleClass().add("comparison");
    }

    void show(List<Comparison> rows) {
        getChildren().clear();
        for (int column = 0; column < HEAD.size(); column++) {
            add(cell(HEAD.get(column), "comparison-head"), column, 0);
        }
        IntervalPlot.Scale scale = IntervalPlot.Scale.of(rows);
        for (int i = 0; i < rows.size(); i++) {
            Comparison row = rows.get(i);
            int at = i + 1;
            add(cell(row.label(), "comparison-name"), 0, at);
            add(cell(String.format("%,d", row.visits()), "quiet"), 1, at);
            add(cell(Comparison.mean(row.before()), "comparison-number"), 2, at);
            add(cell(Comparison.interval(row.before()), "quiet"), 3, at);
            add(cell(Comparison.mean(row.after()), "comparison-after"), 4, at);
            add(cell(Comparison.interval(row.after()), "quiet"), 5, at);
            add(cell(row.difference(), "comparison-number"), 6, at);
            add(cell(row.verdict().words(), style(row.verdict())), 7, at);
            IntervalPlot plot = new IntervalPlot(row, scale);
            setHgrow(plot, Priority.ALWAYS);
            add(plot, 8, at);
        }
        getChildren()
                .forEach(node ->
                        setHalignment(
                                node,
                                LEFT.contains(getColumnIndex(node)) ? HPos.LEFT : HPos.RIGHT));
    }

    private static String style(Verdict verdict) {
        return switch (verdict) {
            case BETTER -> "verdict-better";
            case WORSE -> "verdict-worse";
            case UNCLEAR, UNKNOWN -> "quiet";
        };
    }

    private static Label cell(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
