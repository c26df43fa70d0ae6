package org.consilium.ui.cohort;

import java.time.LocalDate;
import java.time.ZoneId;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.consilium.clinical.Cohort;
import org.consilium.ui.common.Counted;
import org.consilium.ui.common.Navigator;
import org.consilium.ui.common.Paragraph;
import org.consilium.ui.common.PatientWords;

/** One cohort: how much there is, and the ways on from it. */
final class CohortCard extends VBox {

    CohortCard(CohortEntry entry, Navigator navigator, Runnable export) {
        Cohort cohort = entry.cohort();
        getStyleClass().add("cohort-card");
        Label name = new Paragraph(cohort.name());
        name.getStyleClass().add("part-title");
        HBox head = new HBox(name);
        head.getStyleClass().add("title-line");
        if (cohort.synthetic()) {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            Label tag = new Label("SYNTHETIC");
            tag.getStyleClass().add("synthetic-tag");
            tag.setMinWidth(USE_PREF_SIZE);
            head.getChildren().addAll(gap, tag);
        }
        Label patients = new Label("%,d".formatted(cohort.patients()));
        patients.getStyleClass().add("figure");
        HBox count = new HBox(patients, new Label(Counted.name(cohort.patients(), "patient")));
        count.getStyleClass().add("count");
        Label size =
                quiet(
                        Counted.of(cohort.encounters(), "visit")
                                + " \u00b7 "
                                + Counted.of(cohort.events(), "event"));
        Label imported =
                quiet(
                        "Last import "
                                + PatientWords.date(
                                        LocalDate.ofInstant(
                                                cohort.importedAt(), ZoneId.systemDefault())));
        Button worklist = new Button("Open");
        worklist.getStyleClass().addAll("accent", "open-cohort");
        worklist.setAccessibleText("Open the worklist of " + cohort.name());
        worklist.setOnAction(event -> navigator.worklist(cohort));
        Button tuning = new Button("Fine-tune\u2026");
        tuning.setAccessibleText("Fine-tune on " + cohort.name());
        tuning.setOnAction(event -> navigator.tuning(cohort));
        Button exporting = new Button("Export\u2026");
        exporting.getStyleClass().add("export-cohort");
        exporting.setAccessibleText("Export " + cohort.name() + " to a folder");
        exporting.setOnAction(event -> export.run());
        HBox actions = new HBox(worklist, tuning, exporting);
        actions.getStyleClass().add("actions");
        getChildren().addAll(head, count, size, imported, quality(entry, navigator), actions);
    }

    private static Hyperlink quality(CohortEntry entry, Navigator navigator) {
        Hyperlink link = new Hyperlink(entry.qualityWords());
        link.getStyleClass().add("quality-cohort");
        link.setAccessibleText(
                entry.qualityWords() + ". Open the data quality of " + entry.cohort().name());
        link.setOnAction(event -> navigator.quality(entry.cohort()));
        return link;
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("quiet");
        return label;
    }
}
