package org.consilium.ui.tuning;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.consilium.tuning.InterruptedRun;
import org.jspecify.annotations.Nullable;

/** The title, the steps of the place, and a run that was interrupted. */
final class TuningController {
    private final OutlookViewModel outlook;
    private final FineTuneViewModel fineTune;
    private final MatchViewModel matching;
    private final DeployViewModel deployment;
    private final Steps steps;
    private final Runnable back;

    @FXML private Label title;
    @FXML private Button leave;
    @FXML private VBox interrupted;
    @FXML private Label interruptedWords;
    @FXML private Button resume;
    @FXML private Button discard;
    @FXML private ToggleButton define;
    @FXML private ToggleButton match;
    @FXML private ToggleButton prepare;
    @FXML private ToggleButton tune;
    @FXML private ToggleButton evaluate;
    @FXML private ToggleButton deploy;
    @FXML private ToggleButton card;
    @FXML private ToggleButton preTrain;
    @FXML private StackPane content;

    /** What stands under each step. */
    record Steps(
            String cohort,
            Node define,
            Node match,
            Node prepare,
            Node tune,
            Node evaluate,
            Node deploy,
            Node card,
            Node preTrain) {}

    TuningController(
            OutlookViewModel outlook,
            FineTuneViewModel fineTune,
            MatchViewModel matching,
            DeployViewModel deployment,
            Steps steps,
            Runnable back) {
        this.outlook = outlook;
        this.fineTune = fineTune;
        this.matching = matching;
        this.deployment = deployment;
        this.steps = steps;
        this.back = back;
    }

    @FXML
    private void initialize() {
        title.setText("Models for " + steps.cohort());
        leave.setOnAction(event -> back.run());
        content.getChildren()
                .setAll(
                        steps.define(),
                        steps.match(),
                        steps.prepare(),
                        steps.tune(),
                        steps.evaluate(),
                        steps.deploy(),
                        steps.card(),
                        steps.preTrain());
        ToggleGroup group = new ToggleGroup();
        group.getToggles().setAll(define, match, prepare, tune, evaluate, deploy, card, preTrain);
        group.selectedToggleProperty()
                .addListener((observed, before, now) -> {
                    if (now == null && before != null) {
                        // one of them stays pressed
                        before.setSelected(true);
                    } else {
                        show();
                    }
                });
        resume.setOnAction(event -> resume());
        discard.setOnAction(event -> outlook.discard());
        outlook.interruptedProperty().addListener((observed, before, now) -> tell(now));
        fineTune.stateProperty()
                .addListener((observed, before, now) -> tell(outlook.interruptedProperty().get()));
        tell(outlook.interruptedProperty().get());
        tune.setSelected(true);
        show();
    }

    /** Shows the form and its curve. */
    void toFineTune() {
        tune.setSelected(true);
    }

    private void show() {
        visible(steps.define(), define.isSelected());
        visible(steps.match(), match.isSelected());
        visible(steps.prepare(), prepare.isSelected());
        visible(steps.tune(), tune.isSelected());
        visible(steps.evaluate(), evaluate.isSelected());
        visible(steps.deploy(), deploy.isSelected());
        visible(steps.card(), card.isSelected());
        visible(steps.preTrain(), preTrain.isSelected());
        if (match.isSelected()) {
            matching.open();
        }
        if (deploy.isSelected()) {
            deployment.load();
        }
    }

    private void resume() {
        InterruptedRun run = outlook.interruptedProperty().get();
        if (run != null) {
            toFineTune();
            fineTune.resume(run.name());
        }
    }

    private void tell(@Nullable InterruptedRun run) {
        visible(interrupted, run != null && !fineTune.isRunning());
        if (run != null) {
            interruptedWords.setText(
                    "Fine-tuning of %s was interrupted %s. Going on with it ends with the same model as if it had not been."
                            .formatted(run.name(), run.progress()));
        }
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
