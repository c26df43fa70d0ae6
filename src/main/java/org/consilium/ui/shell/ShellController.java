package org.consilium.ui.shell;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.consilium.clinical.Cohort;
import org.consilium.tuning.ServingState;
import org.consilium.ui.common.Navigator;
import org.consilium.ui.common.PatientWords;
import org.consilium.ui.common.Theme;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds what is around every screen. */
final class ShellController {
    private final Navigator navigator;
    private final Appearance appearance;
    private final String name;
    private final boolean demo;
    private final Runnable signOut;

    @FXML private HBox path;
    @FXML private Label user;
    @FXML private Button theme;
    @FXML private FontIcon themeIcon;
    @FXML private Label stopped;
    @FXML private Label synthetic;
    @FXML private StackPane place;

    ShellController(
            Navigator navigator,
            Appearance appearance,
            String name,
            boolean demo,
            Runnable signOut) {
        this.navigator = navigator;
        this.appearance = appearance;
        this.name = name;
        this.demo = demo;
        this.signOut = signOut;
    }

    @FXML
    private void initialize() {
        user.setText(name);
        theme.setTooltip(new Tooltip());
        appearance.themeProperty().addListener((observed, before, now) -> show(now));
        show(appearance.themeProperty().get());
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

    private void show(Theme now) {
        String words = now == Theme.DARK ? "Light colours" : "Dark colours";
        theme.setAccessibleText(words);
        theme.getTooltip().setText(words);
        themeIcon.setIconCode(now == Theme.DARK ? Feather.SUN : Feather.MOON);
    }

    @FXML
    private void changeTheme() {
        appearance.show(appearance.themeProperty().get().other());
    }

    @FXML
    private void signOut() {
        signOut.run();
    }

    void show(Place where, Parent screen) {
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
        path.getChildren().addAll(link, new FontIcon(Feather.CHEVRON_RIGHT));
    }

    private void here(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("here");
        path.getChildren().add(label);
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
