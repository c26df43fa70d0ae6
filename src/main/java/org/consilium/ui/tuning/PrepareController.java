package org.consilium.ui.tuning;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.consilium.clinical.ItemKind;
import org.consilium.tuning.GroupShare;
import org.consilium.tuning.task.Preparation;
import org.consilium.tuning.task.TuningTask;
import org.consilium.ui.common.Paragraph;
import org.consilium.ui.common.ViewState;
import org.jspecify.annotations.Nullable;

/** Shows what was prepared for the task that is worked on. */
final class PrepareController {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm", Locale.UK).withZone(ZoneOffset.UTC);
    private static final Map<ItemKind, String> KINDS =
            Map.of(
                    ItemKind.MEDICATION, "medications",
                    ItemKind.PROCEDURE, "procedures",
                    ItemKind.CARE_PLAN, "care plans",
                    ItemKind.IMMUNIZATION, "immunisations");

    private final PrepareViewModel model;
    private final TasksViewModel tasks;

    @FXML private Label task;
    @FXML private Button start;
    @FXML private HBox running;
    @FXML private Label message;
    @FXML private Button cancel;
    @FXML private Label failure;
    @FXML private VBox result;
    @FXML private Label size;
    @FXML private TextField hash;
    @FXML private Label changes;
    @FXML private Label starts;
    @FXML private VBox findings;
    @FXML private Label groups;
    @FXML private Label limits;
    @FXML private Label feedback;

    PrepareController(PrepareViewModel model, TasksViewModel tasks) {
        this.model = model;
        this.tasks = tasks;
    }

    @FXML
    private void initialize() {
        message.textProperty().bind(model.messageProperty());
        start.setOnAction(event -> model.prepare());
        cancel.setOnAction(event -> model.cancel());
        tasks.chosenProperty().addListener((observed, before, now) -> tell(now));
        model.stateProperty().addListener((observed, before, now) -> show(now));
        tell(tasks.chosenProperty().get());
        show(model.stateProperty().get());
    }

    private void tell(@Nullable TuningTask chosen) {
        task.setText(
                chosen == null
                        ? "The whole cohort, every item. Define a task to keep a snapshot of it."
                        : "%s: %s.".formatted(chosen.name(), chosen.scope().words()));
    }

    private void show(ViewState<Preparation> state) {
        failure.setText(state instanceof ViewState.Failed<Preparation>(String why) ? why : "");
        visible(failure, !failure.getText().isEmpty());
        visible(running, model.isRunning());
        start.setDisable(model.isRunning());
        start.setText(state instanceof ViewState.Loaded<Preparation> ? "Prepare again" : "Prepare");
        visible(result, state instanceof ViewState.Loaded<Preparation>);
        if (state instanceof ViewState.Loaded<Preparation>(Preparation prepared)) {
            show(prepared);
        }
    }

    private void show(Preparation prepared) {
        size.setText(
                String.format(
                        Locale.UK,
                        "%,d of %,d patients and %,d visits, as of %s UTC",
                        prepared.patients(),
                        prepared.cohortPatients(),
                        prepared.visits(),
                        MINUTE.format(prepared.made())));
        hash.setText(prepared.hash());
        Preparation.Changes other = prepared.changes();
        changes.setText(other == null ? "" : other.words());
        changes.getStyleClass().setAll(other != null && other.any() ? "verdict-worse" : "quiet");
        visible(changes, other != null);
        String without =
                prepared.without().isEmpty()
                        ? ""
                        : " Not recommended: " + String.join(", ", prepared.without()) + ".";
        starts.setText(
                prepared.starts().entrySet().stream()
                        .map(each ->
                                String.format(
                                        Locale.UK,
                                        "%,d %s",
                                        each.getValue(),
                                        KINDS.getOrDefault(each.getKey(), "")))
                        .collect(Collectors.joining(", ", "Newly started: ", "." + without)));
        findings.getChildren().setAll(prepared.findings().stream().map(this::finding).toList());
        groups.setText(groups(prepared.groups()));
        limits.setText(String.join(" ", prepared.readiness().limits()));
        feedback.setText(prepared.readiness().feedback());
    }

    private static String groups(List<GroupShare> groups) {
        return groups.stream()
                .collect(
                        Collectors.groupingBy(
                                each -> each.group().dimension(),
                                TreeMap::new,
                                Collectors.mapping(
                                        each ->
                                                "%s %,d"
                                                        .formatted(
                                                                each.group().value(),
                                                                each.patients()),
                                        Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(each -> each.getKey().label() + ": " + each.getValue() + ".")
                .collect(Collectors.joining("\n"));
    }

    private Node finding(Preparation.Finding finding) {
        Label what = new Paragraph(finding.what().label());
        what.getStyleClass().add("attribute-name");
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setMaxWidth(Double.MAX_VALUE);
        Label count = new Label(counts(finding));
        count.getStyleClass().add(finding.patients() == 0 ? "quiet" : "comparison-number");
        count.setMinWidth(Label.USE_PREF_SIZE);
        HBox head = new HBox(what, count);
        head.getStyleClass().add("attribute-head");
        if (finding.patients() > 0 || finding.leftOut()) {
            Button button = new Button(finding.leftOut() ? "Take back in" : "Leave out");
            button.setId("leave-out-" + finding.what());
            button.setAccessibleText(button.getText() + ": " + finding.what().label());
            button.setMinWidth(Button.USE_PREF_SIZE);
            button.setOnAction(event -> model.leaveOut(finding.what(), !finding.leftOut()));
            head.getChildren().add(button);
        }
        Label why = new Paragraph(finding.what().why());
        why.getStyleClass().add("quiet");
        VBox line = new VBox(head, why);
        line.getStyleClass().add("attribute");
        return line;
    }

    private static String counts(Preparation.Finding finding) {
        if (finding.patients() == 0) {
            return "none";
        }
        String patients = count(finding.patients(), "patient");
        String records =
                finding.what().ofPatients() ? "" : ", " + count(finding.records(), "record");
        return patients + records + (finding.leftOut() ? ", left out" : "");
    }

    private static String count(long number, String of) {
        return String.format(Locale.UK, "%,d %s%s", number, of, number == 1 ? "" : "s");
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
