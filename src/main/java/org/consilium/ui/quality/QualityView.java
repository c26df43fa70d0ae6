package org.consilium.ui.quality;

import javafx.scene.Parent;
import org.consilium.clinical.Cohort;
import org.consilium.ui.common.Navigator;
import org.consilium.ui.common.Services;
import org.consilium.ui.common.Views;

/** How good the records of one cohort are. */
public final class QualityView {
    private final QualityViewModel model;
    private final Parent root;

    public QualityView(Services services, Navigator navigator, Cohort cohort) {
        model = new QualityViewModel(services.quality(), services.jobs(), Views::onUi, cohort);
        root =
                Views.load(
                        new QualityController(
                                model, selection -> navigator.worklist(cohort, selection)),
                        "quality.fxml");
    }

    public Parent root() {
        return root;
    }

    /**
     * Shows the last report, or has one made.
     *
     * @param now the cohort as it is now
     */
    public void open(Cohort now) {
        model.open(now);
    }
}
