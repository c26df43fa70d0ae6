package org.consilium.ui.tuning;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.consilium.tuning.FairnessMeasure;
import org.consilium.tuning.FineTuneRun;
import org.consilium.tuning.MembershipTest;
import org.consilium.tuning.MovedWeight;
import org.consilium.tuning.RunFindings;
import org.consilium.tuning.TopChange;
import org.consilium.ui.common.Paragraph;
import org.consilium.ui.common.ViewState;
import org.consilium.ui.common.Wrapping;
import org.jspecify.annotations.Nullable;

/** Shows for whom a run changed what, and what it learned. */
final class FindingsController {
    private final ModelsViewModel models;
    private final ChangesViewModel changes;
    private final Consumer<String> openPatient;

    @FXML private VBox content;
    @FXML private ComboBox<FairnessMeasure> measure;
    @FXML private ToggleButton twoWay;
    @FXML private Label meaning;
    @FXML private FairnessTable groups;
    @FXML private Label suppressed;
    @FXML private VBox moved;
    @FXML private Label membership;
    @FXML private Button look;
    @FXML private Label lookWords;
    @FXML private VBox patients;

    FindingsController(
            ModelsViewModel models, ChangesViewModel changes, Consumer<String> openPatient) {
        this.models = models;
        this.changes = changes;
        this.openPatient = openPatient;
    }

    @FXML
    private void initialize() {
        measure.setConverter(new Names());
        measure.getItems().setAll(FairnessMeasure.values());
        measure.setValue(FairnessMeasure.NDCG);
        measure.setOnAction(event -> show());
        twoWay.setOnAction(event -> show());
        look.setOnAction(event -> changes.look());
        models.detailsProperty().addListener((observed, before, now) -> show());
        changes.stateProperty().addListener((observed, before, now) -> show(now));
        show(changes.stateProperty().get());
        show();
    }

    private void show() {
        ModelsViewModel.Details details = models.detailsProperty().get();
        FineTuneRun run = details == null ? null : details.run();
        RunFindings findings = run == null ? null : run.findings();
        visible(content, findings != null);
        if (run == null || findings == null) {
            return;
        }
        changes.turnTo(run.name());
        meaning.setText(
                "%s: %s. \"Before\" is %s, which was served when the run ended. \"Behind\" is how much worse the group is served than all other patients."
                        .formatted(
                                measure.getValue().label(),
                                measure.getValue().words(),
                                findings.reference()));
        groups.show(findings.fairness(), measure.getValue(), twoWay.isSelected());
        suppressed.setText(
                "%d further groups have fewer than 20 held-out patients, or leave fewer than 20: nothing is said of them."
                        .formatted(findings.fairness().suppressed()));
        moved.getChildren()
                .setAll(findings.moved().stream().map(FindingsController::line).toList());
        if (findings.moved().isEmpty()) {
            moved.getChildren()
                    .add(quiet("No fact has 20 patients to learn from, so none is told."));
        }
        MembershipTest test = findings.membership();
        membership.setText(test == null ? "Too few patients to say." : test.words());
    }

    private static Node line(MovedWeight weight) {
        Label words = new Paragraph(weight.words());
        Label numbers =
                quiet(
                        String.format(
                                        Locale.ROOT,
                                        "%+.2f, was %+.2f",
                                        weight.after(),
                                        weight.before())
                                .replace('-', '\u2212'));
        numbers.setMinWidth(Label.USE_PREF_SIZE);
        HBox line = new HBox(words, numbers);
        line.getStyleClass().add("lineage-line");
        return line;
    }

    private void show(ViewState<List<TopChange>> state) {
        look.setDisable(state instanceof ViewState.Running<List<TopChange>>);
        patients.getChildren().clear();
        lookWords.setText(
                switch (state) {
                    case ViewState.Idle<List<TopChange>> idle ->
                            "Looks at the latest visit of every patient of the cohort.";
                    case ViewState.Running<List<TopChange>> running -> "Looking\u2026";
                    case ViewState.Failed<List<TopChange>>(String why) -> why;
                    case ViewState.Loaded<List<TopChange>>(var found) ->
                            found.isEmpty()
                                    ? "Nobody's first five change."
                                    : "The overlap is 1 where both lists are the same, 0 where they share nothing.";
                });
        if (state instanceof ViewState.Loaded<List<TopChange>>(var found)) {
            found.forEach(each -> patients.getChildren().add(patient(each)));
        }
    }

    private Node patient(TopChange change) {
        Hyperlink open = new Hyperlink("Open the chart");
        open.setAccessibleText("Open the chart of the patient seen on " + change.visit());
        open.setOnAction(event -> openPatient.accept(change.patientId()));
        Label overlap = new Label(String.format(Locale.ROOT, "overlap %.2f", change.overlap()));
        overlap.getStyleClass().add("attribute-name");
        HBox head = new HBox(overlap, open);
        head.getStyleClass().add("lineage-line");
        VBox pane =
                new VBox(
                        head,
                        wrapped("Before: " + String.join(" \u00b7 ", change.before())),
                        wrapped("After: " + String.join(" \u00b7 ", change.after())));
        if (!change.why().isEmpty()) {
            Label why = quiet(String.join(". ", change.why()) + ".");
            Wrapping.of(why);
            pane.getChildren().add(why);
        }
        pane.getStyleClass().add("attribute");
        return pane;
    }

    private static Label wrapped(String words) {
        Label label = new Paragraph(words);
        return label;
    }

    private static Label quiet(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("quiet");
        return label;
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static final class Names extends StringConverter<FairnessMeasure> {
        @Override
        public String toString(@Nullable FairnessMeasure measure) {
            return measure == null ? "" : measure.label();
        }

        @Override
        public @Nullable FairnessMeasure fromString(String name) {
            // only ever chosen from a list
            return null;
        }
    }
}
