package org.consilium.ui.shell;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
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
import org.consilium.ui.common.Paragraph;
import org.consilium.ui.common.Settings;
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

    private static final double LEAST_WIDTH = 800;
    private static final double LEAST_HEIGHT = 640;
    private static final double CLOSING_WIDTH = 420;

    private final Access access;
    private final JobRunner jobs;
    private final Settings settings;
    private final Appearance appearance;
    private final StackPane screen = new StackPane();
    private final StackPane content = new StackPane(screen);
    private final Scene scene;
    private final KeySheet keys = new KeySheet(this::hideKeys);
    private @Nullable Node before;
    private SignInView signIn;
    private @Nullable Shell shell;

    /**
     * @param jobs runs what comes before a store is open
     * @param desktop colours until the person chooses
     */
    public ConsiliumWindow(Access access, JobRunner jobs, Settings settings, Theme desktop) {
        this.access = access;
        this.jobs = jobs;
        this.settings = settings;
        appearance = new Appearance(settings, desktop);
        scene = new Scene(new Magnified(content, appearance.sizeProperty()), WIDTH, HEIGHT);
        Theme.dress(scene);
        Popups.magnify(appearance.sizeProperty());
        WindowKeys.bind(scene, appearance, this::keys, this::back);
        signIn = new SignInView(access, jobs, Views::onUi, this::entered);
        signIn();
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
        WindowPlace.remember(stage, settings);
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
        Shell opened = new Shell(entry, appearance, settings, this::signOut, this::keys);
        shell = opened;
        screen.getChildren().setAll(opened.root());
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
        screen.setDisable(true);
        var _ =
                jobs.io(
                                progress -> {
                                    access.close();
                                    return true;
                                },
                                Progress.NONE)
                        .whenCompleteAsync(
                                (left, failure) -> {
                                    screen.setDisable(false);
                                    signIn =
                                            new SignInView(
                                                    access, jobs, Views::onUi, this::entered);
                                    signIn();
                                },
                                Views::onUi);
    }

    private void signIn() {
        AppearanceMenu view = new AppearanceMenu(appearance);
        StackPane.setAlignment(view, Pos.TOP_RIGHT);
        StackPane.setMargin(view, new Insets(8));
        Parent form = signIn.root();
        screen.getChildren().setAll(form, view);
    }

    /** Shows what each key does, or puts that away. */
    private void keys() {
        if (content.getChildren().contains(keys)) {
            hideKeys();
        } else {
            before = scene.getFocusOwner();
            content.getChildren().add(keys);
            screen.setDisable(true);
            Views.later(keys::focus);
        }
    }

    private void hideKeys() {
        content.getChildren().remove(keys);
        screen.setDisable(false);
        if (before != null) {
            before.requestFocus();
        }
    }

    /** To where the present screen was come from. */
    void back() {
        if (shell != null) {
            shell.back();
        }
    }

    /** Before what is under way is cancelled. */
    private void ask(Stage stage) {
        if (content.lookup("#closing") != null) {
            return;
        }
        Label words =
                new Paragraph(
                        "A model is being fine-tuned. Closing the window cancels that, and nothing of it is kept.");
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
}
