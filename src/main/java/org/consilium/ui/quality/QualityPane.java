package org.consilium.ui.quality;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.consilium.quality.ModelCoverage;
import org.consilium.quality.QualityReport;
import org.consilium.quality.QualityScore;
import org.consilium.quality.QualitySection;
import org.consilium.ui.common.Paragraph;

/**
 * A whole report in two columns: patients and models on the left, results and codes on the right.
 */
final class QualityPane extends HBox {
    private final QualityReport report;
    private final Consumer<QualityBar> open;

    QualityPane(QualityReport report, Consumer<QualityBar> open) {
        this.report = report;
        this.open = open;
        getStyleClass().add("quality-columns");
        VBox left = column();
        left.getChildren().add(score());
        for (QualitySection section :
                List.of(
                        QualitySection.COMPLETENESS,
                        QualitySection.DATES,
                        QualitySection.DUPLICATES)) {
            left.getChildren().add(section(section));
        }
        models(left);
        VBox right = column();
        VBox units = section(QualitySection.UNITS);
        if (!report.units().isEmpty()) {
            units.getChildren().add(quiet("Tests with numbers in an unusual unit, or in none"));
            bars(units, QualityBars.units(report));
        }
        VBox codes = section(QualitySection.CODES);
        if (!report.codes().isEmpty()) {
            codes.getChildren().add(quiet("Code systems, by their share of each kind of event"));
        }
        bars(codes, QualityBars.codes(report));
        right.getChildren().addAll(units, codes);
        if (!report.unmapped().isEmpty()) {
            VBox unmapped = part("Most used codes that nobody else can read");
            bars(unmapped, QualityBars.unmapped(report));
            right.getChildren().add(unmapped);
        }
        getChildren().addAll(left, right);
    }

    private static VBox column() {
        VBox column = new VBox();
        column.getStyleClass().add("quality-column");
        HBox.setHgrow(column, Priority.ALWAYS);
        column.setPrefWidth(0);
        return column;
    }

    private VBox score() {
        Label points = new Label(report.score().words());
        points.setId("quality-points");
        points.getStyleClass().add("figure");
        HBox figure = new HBox(points, new Label("of 100"));
        figure.getStyleClass().add("count");
        VBox part = part("Score");
        part.getChildren().add(figure);
        bars(part, QualityBars.score(report));
        part.getChildren()
                .add(
                        quiet(
                                QualityScore.FORMULA
                                        + " It compares cohorts and imports; it does not say what the data are fit for."));
        return part;
    }

    private VBox section(QualitySection section) {
        VBox part = part(section.label());
        bars(part, QualityBars.found(report, section));
        String none = QualityBars.none(report, section);
        if (!none.isEmpty()) {
            part.getChildren().add(quiet(none));
        }
        return part;
    }

    private void models(VBox column) {
        for (ModelCoverage model : report.models()) {
            VBox part = part("What the base model " + model.model() + " knows");
            Label reading = new Paragraph(model.reading());
            part.getChildren().add(reading);
            bars(part, QualityBars.model(model));
            bars(part, List.of(QualityBars.strangers(model, report)));
            column.getChildren().add(part);
        }
        if (report.models().isEmpty()) {
            VBox part = part("What the base models know");
            part.getChildren().add(quiet("No base model is installed."));
            column.getChildren().add(part);
        }
    }

    private void bars(VBox part, List<QualityBar> bars) {
        bars.forEach(bar -> part.getChildren().add(BarRow.of(bar, open)));
    }

    private static VBox part(String title) {
        Label label = new Label(title);
        label.getStyleClass().add("part-title");
        VBox part = new VBox(label);
        part.getStyleClass().add("quality-part");
        return part;
    }

    private static Label quiet(String words) {
        Label label = new Paragraph(words);
        label.getStyleClass().addAll("quiet", "quality-note");
        return label;
    }
}
