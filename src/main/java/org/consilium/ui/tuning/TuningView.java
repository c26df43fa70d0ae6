package org.consilium.ui.tuning;

import java.time.Clock;
import java.util.concurrent.Executor;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.consilium.clinical.Cohort;
import org.consilium.job.JobRunner;
import org.consilium.ui.common.Navigator;
import org.consilium.ui.common.Services;
import org.consilium.ui.common.Views;

/** Fine-tuning on a cohort, what it changed, and which model is served. */
public final class TuningView {
    private final FineTuneViewModel fineTune;
    private final ModelsViewModel models;
    private final BorderPane root = new BorderPane();

    public TuningView(Services services, Navigator navigator, Cohort cohort) {
        this(
                Models.of(services.tuning()),
                services.jobs(),
                Views::onUi,
                Clock.systemUTC(),
                cohort,
                () -> navigator.worklist(cohort));
    }

    TuningView(
            Models service,
            JobRunner jobs,
            Executor ui,
            Clock clock,
            Cohort cohort,
            Runnable back) {
        models = new ModelsViewModel(service, jobs, ui);
        fineTune =
                new FineTuneViewModel(
                        service, jobs, ui, clock, cohort.name(), run -> models.load(run.name()));
        Parent form =
                Views.load(
                        new FineTuneController(fineTune, models, cohort.name(), back), "tune.fxml");
        Parent comparison = Views.load(new ComparisonController(models), "comparison.fxml");
        Parent list = Views.load(new ModelsController(models), "models.fxml");
        VBox centre = new VBox(form, comparison);
        VBox.setVgrow(comparison, Priority.ALWAYS);
        root.setCenter(centre);
        root.setRight(list);
        models.load("");
    }

    public Parent root() {
        return root;
    }

    FineTuneViewModel fineTune() {
        return fineTune;
    }

    ModelsViewModel models() {
        return models;
    }
}
