package org.consilium.ui.signin;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.Parent;
import org.consilium.job.JobRunner;
import org.consilium.ui.common.Views;

/** What opens first. */
public final class SignInView {
    private final SignInViewModel model;
    private final Parent root;

    /**
     * @param ui runs what changes the screen
     * @param entered told once, when somebody is in
     */
    public SignInView(Access access, JobRunner jobs, Executor ui, Consumer<Entry> entered) {
        model = new SignInViewModel(access, jobs, ui, entered);
        root = Views.load(new SignInController(model), "signin.fxml");
    }

    public Parent root() {
        return root;
    }

    /** As if the person had chosen the demo. */
    public void demo() {
        model.demo();
    }
}
