package org.consilium.ui.cohort;

import java.time.LocalDate;
import java.time.ZoneId;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.consilium.clinical.Cohort;
import org.consilium.ui.common.Navigator;
import org.consilium.ui.common.PatientSelection;
import org.consilium.ui.common.Services;
import org.consilium.ui.common.Settings;
import org.consilium.ui.common.Views;

/** The patients of one cohort. */
public final class WorklistView {
    private final WorklistViewModel model;
    private final Parent root;

    /**
     * @param settings keeps the columns that the person chooses
     */
    public WorklistView(Services services, Navigator navigator, Cohort cohort, Settings settings) {
        model =
                new WorklistViewModel(
                        () -> services.cohorts().patients(cohort.id()),
                        services.jobs(),
                        Views::onUi,
                        LocalDate.now(ZoneId.systemDefault()));
        root =
                Views.load(
                        new WorklistController(model, cohort, navigator, settings),
                        "worklist.fxml");
        model.load();
    }

    public Parent root() {
        return root;
    }

    /** Shows these patients only, until the person takes that away. */
    public void select(PatientSelection selection) {
        model.select(selection);
    }

    /** The node that takes the keys when the screen opens: the search. */
    public Node keys() {
        return root.lookup("#worklist-search");
    }

    /** Reads the patients anew. */
    public void refresh() {
        model.load();
    }
}
