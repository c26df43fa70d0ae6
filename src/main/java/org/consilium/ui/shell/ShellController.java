package org.consilium.ui.shell;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.consilium.clinical.Cohort;
import org.consilium.tuning.ServingState;
import org.consilium.ui.common.Navigator;
import org.consilium.ui.common.PatientWords;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds what is around every screen. */
final class ShellController {
    /** Under this width (a small window, or large text) only signs and the path stay. */
    private static final double NARROW = 1000;

    /** Of a part of the path: more than dots. */
    private static final double LEAST = 64;

    /** Letters that are never cut. */
    private static final int SHORT = 10;

    private final Navigator navigator;
    private final Appearance appearance;
    private final String name;
    private final boolean demo;
    private final Runnable signOut;
    private final Runnable keys;
    private Place here = new Place.Cohorts();

    @FXML private Label product;
    @FXML private HBox path;
    @FXML private Label user;
    @FXML private HBox bar;
    @FXML private Button help;
    @FXML private Label stopped;
    @FXML private Label synthetic;
    @FXML private StackPane place;

    ShellController(
            Navigator navigator,
            Appearance appearance,
            String name,
            boolean demo,
            Runnable signOut,
            Runnable keys) {
        this.navigator = navigator;
        this.appearance = appearance;
        this.name = name;
        this.demo = demo;
        this.signOut = signOut;
        this.keys = keys;
    }

    @FXML
    private void initialize() {
        user.setText(name);
        help.setTooltip(new Tooltip("What each key does (F1)"));
        AppearanceMenu view = new AppearanceMenu(appearance);
        bar.getChildren().add(bar.getChildren().indexOf(help), view);
        bar.widthProperty()
                .addListener((observed, before, now) -> {
                    boolean narrow = now.doubleValue() < NARROW;
                    visible(product, !narrow);
                    visible(user, !narrow);
                    ContentDisplay shown =
                            narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
                    view.setContentDisplay(shown);
                    help.setContentDisplay(shown);
                });
        tell(new ServingState(false, null, "", null));
    }

    /** Says on every screen when recommendations are stopped. */
    void tell(ServingState serving) {
        stopped.setText(
                serving.stopped()
                        ? "RECOMMENDATIONS ARE STOPPED \u00b7 by %s: %s"
                                .formatted(serving.who(), serving.reason())
                        : "");
        visible(stopped, serving.stopped());
    }

    @FXML
    private void showKeys() {
        keys.run();
    }

    @FXML
    private void signOut() {
        signOut.run();
    }

    /** To where one came from. */
    void back() {
        switch (here) {
            case Place.Cohorts cohorts -> {}
            case Place.Worklist worklist -> navigator.cohorts();
            case Place.Chart(Cohort cohort, var patient) -> navigator.worklist(cohort);
            case Place.Tuning(Cohort cohort) -> navigator.worklist(cohort);
            case Place.Quality(Cohort cohort) -> navigator.worklist(cohort);
        }
    }

    void show(Place where, Parent screen) {
        here = where;
        place.getChildren().setAll(screen);
        path.getChildren().clear();
        switch (where) {
            case Place.Cohorts cohorts -> here("Cohorts");
            case Place.Worklist(Cohort cohort) -> {
                link("Cohorts", navigator::cohorts);
                here(cohort.name());
            }
            case Place.Chart(Cohort cohort, var patient) -> {
                link("Cohorts", navigator::cohorts);
                link(cohort.name(), () -> navigator.worklist(cohort));
                here(PatientWords.name(patient.patient()));
            }
            case Place.Tuning(Cohort cohort) -> {
                link("Cohorts", navigator::cohorts);
                link(cohort.name(), () -> navigator.worklist(cohort));
                here("Fine-tune");
            }
            case Place.Quality(Cohort cohort) -> {
                link("Cohorts", navigator::cohorts);
                link(cohort.name(), () -> navigator.worklist(cohort));
                here("Data quality");
            }
        }
        tellWhetherReal(where);
    }

    private void tellWhetherReal(Place where) {
        boolean made =
                switch (where) {
                    case Place.Cohorts cohorts -> demo;
                    case Place.Worklist(Cohort cohort) -> cohort.synthetic();
                    case Place.Chart(Cohort cohort, var patient) -> cohort.synthetic();
                    case Place.Tuning(Cohort cohort) -> cohort.synthetic();
                    case Place.Quality(Cohort cohort) -> cohort.synthetic();
                };
        synthetic.setText(
                demo
                        ? "SYNTHETIC DATA \u00b7 nobody here is real, and nothing is kept when the demo closes"
                        : "SYNTHETIC DATA \u00b7 nobody in this cohort is real");
        visible(synthetic, made);
    }

    private void link(String words, Runnable action) {
        Hyperlink link = new Hyperlink(words);
        link.setOnAction(event -> action.run());
        link.setAccessibleText("Back to " + words);
        link.setTooltip(new Tooltip("Back to " + words));
        link.setMinWidth(words.length() > SHORT ? LEAST : Region.USE_PREF_SIZE);
        path.getChildren().addAll(link, new FontIcon(Feather.CHEVRON_RIGHT));
    }

    private void here(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("here");
        label.setTooltip(new Tooltip(words));
        label.setMinWidth(words.length() > SHORT ? LEAST : Region.USE_PREF_SIZE);
        path.getChildren().add(label);
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
