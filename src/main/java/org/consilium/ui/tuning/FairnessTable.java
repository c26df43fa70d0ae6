package org.consilium.ui.tuning;

import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.consilium.tuning.FairnessMeasure;
import org.consilium.tuning.FairnessReport;

/** Groups of patients: how each is served before and after, beside all others. */
public final class FairnessTable extends GridPane {
    private static final List<String> HEAD =
            List.of(
                    "group",
                    "patients",
                    "before",
                    "after",
                    "behind, before",
                    "behind, after",
                    "fell behind by",
                    "95% interval",
                    "");

    public FairnessTable() {
        getStyleClass().add("comparison");
    }

    void show(FairnessReport report, FairnessMeasure measure, boolean twoWay) {
        getChildren().clear();
        for (int column = 0; column < HEAD.size(); column++) {
            add(cell(HEAD.get(column), "comparison-head"), column, 0);
        }
        int row = 1;
        for (FairnessReport.Group group : report.groups()) {
            FairnessReport.Gap gap = group.gaps().get(measure);
            if (gap != null && (group.of().size() > 1) == twoWay) {
                show(group, gap, row++);
            }
        }
        getChildren()
                .forEach(node ->
                        setHalignment(
                                node, getColumnIndex(node) % 8 == 0 ? HPos.LEFT : HPos.RIGHT));
    }

    private void show(FairnessReport.Group group, FairnessReport.Gap gap, int row) {
        add(cell(group.words(), "comparison-name"), 0, row);
        add(cell(String.format(Locale.UK, "%,d", group.patients()), "quiet"), 1, row);
        add(cell(number("%.3f", gap.before()), "comparison-number"), 2, row);
        add(cell(number("%.3f", gap.after()), "comparison-after"), 3, row);
        add(cell(number("%+.3f", gap.behindBefore()), "quiet"), 4, row);
        add(cell(number("%+.3f", gap.behindAfter()), "quiet"), 5, row);
        add(cell(number("%+.3f", gap.growth().mean()), "comparison-number"), 6, row);
        add(
                cell(
                        number("%+.3f", gap.growth().low())
                                + " to "
                                + number("%+.3f", gap.growth().high()),
                        "quiet"),
                7,
                row);
        add(
                cell(
                        gap.worsened() ? "falls further behind" : "",
                        gap.worsened() ? "verdict-worse" : "quiet"),
                8,
                row);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value).replace('-', '\u2212');
    }

    private static Label cell(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
