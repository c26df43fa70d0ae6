package org.consilium.ui.tuning;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.consilium.tuning.DomainMatch;
import org.consilium.ui.common.ViewState;

/** Binds the matches of the base models to their view model. */
final class MatchController {
    private final MatchViewModel model;
    private final BiConsumer<String, Use> choose;

    @FXML private HBox running;
    @FXML private Label message;
    @FXML private Button cancel;
    @FXML private Label failure;
    @FXML private Button again;
    @FXML private VBox matches;
    @FXML private Label legend;

    /**
     * @param choose takes the model to fine-tune from and how much of it is to be used
     */
    MatchController(MatchViewModel model, BiConsumer<String, Use> choose) {
        this.model = model;
        this.choose = choose;
    }

    @FXML
    private void initialize() {
        message.textProperty().bind(model.messageProperty());
        cancel.setOnAction(event -> model.cancel());
        again.setOnAction(event -> model.open());
        model.stateProperty().addListener((observed, before, now) -> show(now));
        show(model.stateProperty().get());
    }

    private void show(ViewState<List<DomainMatch>> state) {
        boolean measured = state instanceof ViewState.Loaded<List<DomainMatch>>;
        failure.setText(
                state instanceof ViewState.Failed<List<DomainMatch>>(String why) ? why : "");
        visible(failure, !failure.getText().isEmpty());
        visible(running, model.isRunning());
        visible(again, !measured && !model.isRunning());
        visible(legend, measured);
        matches.getChildren().clear();
        if (state instanceof ViewState.Loaded<List<DomainMatch>>(List<DomainMatch> list)) {
            list.forEach(match -> matches.getChildren().add(new MatchCard(match, choose)));
        }
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
