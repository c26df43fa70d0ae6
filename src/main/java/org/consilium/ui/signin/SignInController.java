package org.consilium.ui.signin;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.consilium.ui.common.ViewState;

/** Binds the sign-in screen to its view model. */
final class SignInController {
    private final SignInViewModel model;

    @FXML private VBox form;
    @FXML private Label purpose;
    @FXML private PasswordField passphrase;
    @FXML private VBox repetition;
    @FXML private PasswordField repeated;
    @FXML private Button enter;
    @FXML private Button demo;
    @FXML private VBox running;
    @FXML private Label message;
    @FXML private ProgressBar progress;
    @FXML private Label failure;

    SignInController(SignInViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        boolean first = model.isFirstRun();
        purpose.setText(
                first
                        ? "Choose a passphrase. It encrypts everything that Consilium keeps on this"
                                + " machine, and nobody can recover it: keep it safe."
                        : "Your records are encrypted on this machine.");
        enter.setText(first ? "Create the store" : "Sign in");
        visible(repetition, first);
        passphrase.textProperty().bindBidirectional(model.passphraseProperty());
        repeated.textProperty().bindBidirectional(model.repeatedProperty());
        message.textProperty().bind(model.messageProperty());
        progress.progressProperty().bind(model.fractionProperty());
        enter.setDefaultButton(true);
        model.stateProperty().addListener((observed, before, now) -> show(now));
        show(model.stateProperty().get());
    }

    @FXML
    private void entering() {
        model.enter();
    }

    @FXML
    private void demoing() {
        model.demo();
    }

    @FXML
    private void cancelling() {
        model.cancel();
    }

    private void show(ViewState<Entry> state) {
        boolean busy = model.isRunning();
        form.setDisable(busy);
        demo.setDisable(busy);
        visible(running, busy);
        failure.setText(state instanceof ViewState.Failed<Entry>(String sentence) ? sentence : "");
        visible(failure, !failure.getText().isEmpty());
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
