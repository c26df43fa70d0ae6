package org.consilium.ui.recommendation;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.consilium.recommend.CohortEvidence;
import org.consilium.ui.common.ViewState;

/** Similar patients and how steady the rank is; looked for when a person asks. */
public final class CohortPane extends VBox {
    private static final String DRAWN =
            "Drawn again: whole patients of this cohort. Fitted again: what this patient's facts add to the score. Not fitted again: the rest of the model, so its own uncertainty is not in this.";

    private final Button look = new Button("Look through the cohort");
    private final Button stop = new Button("Stop");
    private final Label progress = new Label();
    private final VBox content = new VBox();
    private final HBox row;

    public CohortPane() {
        getStyleClass().add("more-pane");
        content.getStyleClass().add("more-pane");
        look.setId("look-at-cohort");
        look.setAccessibleText("Look through the cohort for similar patients");
        stop.setId("stop-looking");
        stop.setAccessibleText("Stop looking through the cohort");
        progress.getStyleClass().add("quiet");
        row = new HBox(look, stop, progress);
        row.getStyleClass().add("reason-actions");
        getChildren().addAll(Texts.title("Similar patients, and how steady this is"), row, content);
    }

    void bind(ItemViewModel model) {
        look.setOnAction(event -> model.lookAtCohort());
        stop.setOnAction(event -> model.cancel());
        progress.textProperty().bind(model.progressProperty());
        model.cohortProperty().addListener((observed, before, now) -> show(now));
        show(model.cohortProperty().get());
    }

    private void show(ViewState<CohortEvidence> state) {
        boolean running = state instanceof ViewState.Running<CohortEvidence>;
        show(look, state instanceof ViewState.Idle<CohortEvidence>);
        show(stop, running);
        boolean asking = running || state instanceof ViewState.Idle<CohortEvidence>;
        row.setVisible(asking);
        row.setManaged(asking);
        content.getChildren().clear();
        switch (state) {
            case ViewState.Loaded<CohortEvidence>(var evidence) -> {
                PlaceWords.similar(evidence)
                        .forEach(line -> content.getChildren().add(Texts.sentence(line)));
                content.getChildren()
                        .addAll(
                                Texts.quiet(
                                        "Newly started at the visit at which they were most alike, or within 180 days. Numbers under 10 are not shown. Association, not cause."),
                                Texts.sentence(PlaceWords.steadiness(evidence.steadiness())),
                                Texts.quiet(DRAWN));
            }
            case ViewState.Failed<CohortEvidence>(String sentence) ->
                    content.getChildren().add(Texts.sentence(sentence));
            case ViewState.Idle<CohortEvidence> idle -> {}
            case ViewState.Running<CohortEvidence> busy -> {}
        }
    }

    private static void show(Button button, boolean shown) {
        button.setVisible(shown);
        button.setManaged(shown);
    }
}
