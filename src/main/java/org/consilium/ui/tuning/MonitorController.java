package org.consilium.ui.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.consilium.tuning.monitor.MonitorReport;
import org.consilium.ui.common.Paragraph;
import org.consilium.ui.common.ViewState;

/** Shows how the served model does as time goes by. */
final class MonitorController {
    private final MonitorViewModel model;

    @FXML private Button look;
    @FXML private Label words;
    @FXML private VBox proposals;
    @FXML private GridPane drift;
    @FXML private GridPane periods;
    @FXML private GridPane acceptance;
    @FXML private VBox tables;

    MonitorController(MonitorViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        look.setOnAction(event -> model.look());
        model.stateProperty().addListener((observed, before, now) -> show(now));
        show(model.stateProperty().get());
    }

    private void show(ViewState<MonitorReport> state) {
        look.setDisable(state instanceof ViewState.Running<MonitorReport>);
        tables.setVisible(state instanceof ViewState.Loaded<MonitorReport>);
        tables.setManaged(tables.isVisible());
        words.setText(
                switch (state) {
                    case ViewState.Idle<MonitorReport> idle ->
                            "Looks at all visits and decisions of this cohort.";
                    case ViewState.Running<MonitorReport> running -> "Looking\u2026";
                    case ViewState.Failed<MonitorReport>(String why) -> why;
                    case ViewState.Loaded<MonitorReport>(var report) ->
                            report.proposals().isEmpty()
                                    ? "Nothing calls for a new tuning of " + report.model() + "."
                                    : "A new tuning is proposed:";
                });
        if (state instanceof ViewState.Loaded<MonitorReport>(var report)) {
            show(report);
        }
    }

    private void show(MonitorReport report) {
        proposals
                .getChildren()
                .setAll(report.proposals().stream().map(MonitorController::worse).toList());
        List<List<String>> drifted = new ArrayList<>();
        drifted.add(List.of("mix of", "index", ""));
        report.drift()
                .forEach(each ->
                        drifted.add(
                                List.of(
                                        each.family().label(),
                                        String.format(Locale.ROOT, "%.3f", each.index()),
                                        each.isChanged()
                                                ? "changed"
                                                : each.index() < .1 ? "steady" : "watch")));
        fill(drift, drifted);
        List<List<String>> years = new ArrayList<>();
        years.add(
                List.of(
                        "year",
                        "visits",
                        "started for each expected",
                        "NDCG@10",
                        "furthest behind"));
        report.periods()
                .forEach(each ->
                        years.add(
                                List.of(
                                        String.valueOf(each.year()),
                                        String.format(Locale.UK, "%,d", each.visits()),
                                        String.format(Locale.ROOT, "%.2f", each.ratio()),
                                        each.ndcg() == null
                                                ? "\u2013"
                                                : String.format(Locale.ROOT, "%.3f", each.ndcg()),
                                        each.worst() == null
                                                ? "groups under 20"
                                                : String.format(
                                                        Locale.ROOT,
                                                        "%s %s, by %.3f",
                                                        each.worst()
                                                                .dimension()
                                                                .label()
                                                                .toLowerCase(Locale.ROOT),
                                                        each.worst().value(),
                                                        each.behind()))));
        fill(periods, years);
        fill(acceptance, decisions(report));
    }

    private static List<List<String>> decisions(MonitorReport report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("decisions", "number", ""));
        report.acceptance()
                .forEach(each ->
                        rows.add(
                                List.of(
                                        each.quarter(),
                                        String.valueOf(each.decided()),
                                        each.accepted() + " accepted")));
        add(rows, "declined", report.declined());
        add(rows, "overridden", report.overrides());
        return rows;
    }

    private static void add(List<List<String>> rows, String what, Map<String, Integer> counts) {
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each ->
                        rows.add(
                                List.of(
                                        what,
                                        String.valueOf(each.getValue()),
                                        each.getKey().toLowerCase(Locale.ROOT).replace('_', ' '))));
    }

    private static Label worse(String words) {
        Label label = new Paragraph(words);
        label.getStyleClass().add("verdict-worse");
        return label;
    }

    private static void fill(GridPane grid, List<List<String>> rows) {
        grid.getChildren().clear();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                Label cell = new Label(rows.get(row).get(column));
                cell.getStyleClass().add(row == 0 ? "comparison-head" : "comparison-number");
                cell.setMinWidth(Label.USE_PREF_SIZE);
                grid.add(cell, column, row);
            }
        }
    }
}
