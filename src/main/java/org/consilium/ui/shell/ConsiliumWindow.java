package org.consilium.ui.shell;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.consilium.job.JobRunner;
import org.consilium.job.Progress;
import org.consilium.ui.common.Theme;
import org.consilium.ui.common.Views;
import org.consilium.ui.signin.Access;
import org.consilium.ui.signin.Entry;
import org.consilium.ui.signin.SignInView;
import org.jspecify.annotations.Nullable;

/** The window: signing in first, then everything else. For the UI thread only. */
public final class ConsiliumWindow {
    static final double WIDTH = 1440;
    static final double HEIGHT = 900;

    private static final double LEAST_WIDTH = 1100;
    private static final double LEAST_HEIGHT = 640;
    private static final double CLOSING_WIDTH = 420;

    private final Access access;
    private final JobRunner jobs;
    private final Appearance appearance;
    private final StackPane content = new StackPane();
    private final Scene scene = new Scene(content, WIDTH, HEIGHT);
    private SignInView signIn;
    private @Nullable Shell shell;

    /**
     * @param jobs runs what comes before a store is open
     */
    public ConsiliumWindow(Access access, JobRunner jobs, Theme theme) {
        this.access = access;
        this.jobs = jobs;
        appearance = new Appearance(theme);
        Theme.dress(scene);
        signIn = new SignInView(access, jobs, Views::onUi, this::entered);
        place(signIn.root());
    }

    /**
     * @param demo whether the demo opens at once
     */
    public void show(Stage stage, boolean demo) {
        stage.setTitle("Consilium");
        stage.getIcons()
                .add(new Image(String.valueOf(ConsiliumWindow.class.getResource("icon.png"))));
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setOnCloseRequest(event -> {
            if (shell != null && shell.isBusy()) {
                event.consume();
                ask(stage);
            }
        });
        stage.show();
        if (demo) {
            signIn.demo();
        }
    }

    Scene scene() {
        return scene;
    }

    Appearance appearance() {
        return appearance;
    }

    /** Null while nobody is in. */
    @Nullable Shell shell() {
        return shell;
    }

    private void entered(Entry entry) {
        Shell opened = new Shell(entry, appearance, this::signOut);
        shell = opened;
        place(opened.root());
        if (entry.demo()) {
            // one cohort only: its patients are what one has come for
            var _ =
                    jobs.io(progress -> entry.services().cohorts().list(), Progress.NONE)
                            .thenAcceptAsync(
                                    cohorts ->
                                            cohorts.stream()
                                                    .findFirst()
                                                    .ifPresent(opened::worklist),
                                    Views::onUi);
        }
    }

    private void signOut() {
        shell = null;
        content.setDisable(true);
        var _ =
                jobs.io(
                                progress -> {
                                    access.close();
                                    return true;
                                },
                                Progress.NONE)
                        .whenCompleteAsync(
                                (left, failure) -> {
                                    content.setDisable(false);
                                    signIn =
                                            new SignInView(
                                                    access, jobs, Views::onUi, this::entered);
                                    place(signIn.root());
                                },
                                Views::onUi);
    }

    /** Before what is under way is cancelled. */
    private void ask(Stage stage) {
        if (content.lookup("#closing") != null) {
            return;
        }
        Label words =
                new Label(
                        "A model is being fine-tuned. Closing the window cancels that, and nothing of it is kept.");
        words.setWrapText(true);
        Button stay = new Button("Stay");
        stay.setId("stay");
        stay.setDefaultButton(true);
        Button close = new Button("Close all the same");
        close.setId("close-anyway");
        VBox question = new VBox(words, new HBox(stay, close));
        question.setId("closing");
        question.getStyleClass().add("closing");
        question.setMaxSize(CLOSING_WIDTH, Region.USE_PREF_SIZE);
        stay.setOnAction(event -> content.getChildren().remove(question));
        close.setOnAction(event -> stage.close());
        content.getChildren().add(question);
        stay.requestFocus();
    }

    private void place(Parent screen) {
        content.getChildren().setAll(screen);
    }
}
