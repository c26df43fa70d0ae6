package org.consilium.ui.patient;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.consilium.clinical.Encounter;
import org.consilium.meaning.Level;
import org.consilium.ui.common.PatientWords;
import org.consilium.ui.common.Wrapping;
import org.consilium.ui.recommendation.Wording;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The lines of a chart. */
final class ChartRows {
    private ChartRows() {}

    static Node problem(Chart.Problem problem, Codes codes) {
        String when =
                problem.resolved() == null
                        ? "since " + PatientWords.date(problem.since())
                        : PatientWords.date(problem.since())
                                + " to "
                                + PatientWords.date(problem.resolved());
        HBox row = row(name(problem.name(), codes.inFull(problem.concept())), quiet(when));
        row.getStyleClass().add(problem.active() ? "active" : "resolved");
        return row;
    }

    /** What it does, in as many lines as that takes. */
    static Node allergy(Allergy allergy) {
        Label name = name(allergy.name(), Wording.inFull(allergy.concept()));
        name.getStyleClass().add("allergy");
        name.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
        Wrapping.of(name);
        name.setMinHeight(Region.USE_PREF_SIZE);
        VBox lines = new VBox(row(name, quiet("since " + PatientWords.date(allergy.since()))));
        if (!allergy.does().isEmpty()) {
            Label does = quiet(allergy.does());
            Wrapping.of(does);
            does.setMinHeight(Region.USE_PREF_SIZE);
            lines.getChildren().add(does);
            lines.getStyleClass().add("two-lines");
        }
        return lines;
    }

    static Node medication(Medication medication, Codes codes) {
        Label name = name(medication.name(), medication.inFull(codes));
        String since = "since " + PatientWords.date(medication.since());
        HBox row = row(name, quiet(medication.startedNow() ? "ordered at this visit" : since));
        row.getStyleClass().add(medication.startedNow() ? "ordered-now" : "active");
        VBox lines = new VBox(row);
        if (!medication.productNames().isEmpty()) {
            Label products = quiet("as " + medication.productNames());
            products.setTooltip(new Tooltip(medication.inFull(codes)));
            lines.getChildren().add(products);
        }
        if (medication.reason() != null) {
            lines.getChildren().add(quiet("for " + Wording.name(medication.reason())));
        }
        if (lines.getChildren().size() > 1) {
            lines.getStyleClass().add("two-lines");
        }
        return lines;
    }

    static Node goal(Goal goal, Codes codes) {
        String since = PatientWords.date(goal.since());
        Label name = name(goal.name(), codes.inFull(goal.concept()));
        Wrapping.of(name);
        name.setMinHeight(Region.USE_PREF_SIZE);
        HBox row =
                row(
                        name,
                        quiet(
                                goal.completed() == null
                                        ? "since " + since
                                        : since + " to " + PatientWords.date(goal.completed())));
        row.getStyleClass().add(goal.isOpen() ? "active" : "resolved");
        VBox lines = new VBox(row);
        if (!goal.aims().isEmpty()) {
            Label aims = quiet(goal.aims());
            Wrapping.of(aims);
            aims.setMinHeight(Region.USE_PREF_SIZE);
            lines.getChildren().add(aims);
            lines.getStyleClass().add("two-lines");
        }
        return lines;
    }

    static Node result(Result result, Codes codes) {
        Label name = name(result.name(), codes.inFull(result.concept()));
        String date = PatientWords.date(result.at().toLocalDate());
        String reference = result.range().isEmpty() ? "" : ", reference " + result.range();
        String trend = result.trend().isEmpty() ? "" : ", " + result.trend();
        Label below = quiet(date + trend + reference);
        below.setMinWidth(0);
        Wrapping.of(below);
        below.setMinHeight(Region.USE_PREF_SIZE);
        Tooltip whole = new Tooltip(date + trend + reference);
        below.setTooltip(whole);
        if (!result.source().isEmpty()) {
            whole.setText(whole.getText() + "\nReference: " + result.source());
        }
        VBox names = new VBox(name, below);
        names.setMinWidth(0);
        names.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(names, Priority.ALWAYS);
        Label value = new Label(result.value());
        value.getStyleClass().add("value");
        value.setTooltip(new Tooltip((result.value() + " " + result.unit()).strip()));
        HBox row = new HBox(names);
        row.getStyleClass().addAll("chart-row", "result");
        if (result.course().isEmpty()) {
            value.getStyleClass().add("value-words");
            row.getChildren().add(value);
            return row;
        }
        value.setMinWidth(Region.USE_PREF_SIZE);
        HBox amount = new HBox(flag(result), value);
        amount.getStyleClass().add("amount");
        Label unit = quiet(Wording.unit(result.unit()));
        unit.getStyleClass().add("unit");
        unit.setTooltip(new Tooltip(result.unit()));
        row.getChildren().addAll(new Sparkline(result), amount, unit);
        return row;
    }

    /** The letters that laboratories use (HL7 FHIR R4 observation interpretation). */
    private static Label flag(Result result) {
        Label label = new Label();
        @Nullable Level level = result.level();
        if (level == null || level == Level.NORMAL) {
            return label;
        }
        String letter = level.isLow() ? "L" : "H";
        label.setText(level.isCritical() ? letter + letter : letter);
        label.getStyleClass().add("flag");
        String where =
                level.isCritical()
                        ? "critically " + (level.isLow() ? "low" : "high")
                        : (level.isLow() ? "below" : "above") + " what is normal";
        String words = result.source().isEmpty() ? where : where + " (" + result.source() + ")";
        label.setTooltip(new Tooltip(words));
        label.setAccessibleText(words);
        return label;
    }

    /** What was begun at the visit, and whether it would have been advised. */
    static Node done(DoneHere done, String advice, Codes codes) {
        Label name = name(done.name(), codes.inFull(done.concept()));
        VBox lines = new VBox(name);
        if (!advice.isEmpty()) {
            lines.getChildren().add(quiet(advice));
        }
        lines.getStyleClass().add("two-lines");
        return lines;
    }

    /** A visit, which is a button: the chart is then shown as of it. */
    static Node visit(Visits.Visit visit, Encounter chosen, Runnable look) {
        Label date = quiet(visit.date());
        date.getStyleClass().add("date");
        Label title = name(visit.title(), visit.title());
        VBox text = new VBox(title);
        if (!visit.content().isEmpty()) {
            Label content = quiet(visit.content());
            content.setTooltip(new Tooltip(visit.content()));
            text.getChildren().add(content);
        }
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(date, text);
        row.getStyleClass().add("visit-row");
        Button button = new Button();
        button.setGraphic(row);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.getStyleClass().add("visit");
        button.setAccessibleText("Visit of " + visit + ". Look at the record as of it.");
        button.setOnAction(event -> look.run());
        row.prefWidthProperty().bind(button.widthProperty().subtract(16));
        if (visit.encounter().equals(chosen)) {
            button.getStyleClass().add("chosen");
        } else if (visit.encounter().start().isAfter(chosen.start())) {
            button.getStyleClass().add("later");
        }
        return button;
    }

    private static HBox row(Label name, Label right) {
        HBox.setHgrow(name, Priority.ALWAYS);
        right.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(name, right);
        row.getStyleClass().add("chart-row");
        return row;
    }

    private static Label name(String words, String full) {
        Label label = new Label(words);
        label.getStyleClass().add("name");
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinWidth(0);
        label.setTooltip(new Tooltip(full));
        return label;
    }

    private static Label quiet(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("quiet");
        return label;
    }
}
