package org.consilium.ui.tuning;

import java.time.Clock;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.consilium.clinical.Cohort;
import org.consilium.job.JobRunner;
import org.consilium.ui.common.Navigator;
import org.consilium.ui.common.Services;
import org.consilium.ui.common.Views;

/**
 * Which base model fits a cohort, fine-tuning on it, base models made of it, and which model is
 * served.
 */
public final class TuningView {
    private final FineTuneViewModel fineTune;
    private final ModelsViewModel models;
    private final OutlookViewModel outlook;
    private final MatchViewModel matching;
    private final PreTrainViewModel preTrain;
    private final TuningController steps;
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
        outlook = new OutlookViewModel(service, jobs, ui, cohort.name());
        matching = new MatchViewModel(service, jobs, ui, cohort.name());
        fineTune =
                new FineTuneViewModel(
                        service, jobs, ui, clock, cohort.name(), run -> models.load(run.name()));
        preTrain = new PreTrainViewModel(service, jobs, ui, cohort.name(), this::made);
        fineTune.stateProperty()
                .addListener((observed, before, now) -> {
                    if (!fineTune.isRunning()) {
                        outlook.load();
                    }
                });
        VBox tune =
                new VBox(
                        Views.load(new FineTuneController(fineTune, models, outlook), "tune.fxml"),
                        grown(Views.load(new ComparisonController(models), "comparison.fxml")));
        Node match = Views.load(new MatchController(matching, this::choose), "match.fxml");
        Node make = Views.load(new PreTrainController(preTrain), "pretrain.fxml");
        steps =
                new TuningController(
                        outlook,
                        fineTune,
                        matching,
                        new TuningController.Steps(cohort.name(), match, tune, make),
                        back);
        root.setCenter(Views.load(steps, "tuning.fxml"));
        root.setRight(Views.load(new ModelsController(models), "models.fxml"));
        models.load("");
        outlook.load();
    }

    private static Parent grown(Parent part) {
        VBox.setVgrow(part, Priority.ALWAYS);
        return part;
    }

    private void made(String name) {
        matching.forget();
        models.load(name);
    }

    /** Fine-tuning from a model, with so much of it. */
    private void choose(String model, Use use) {
        models.list().stream()
                .filter(each -> each.name().equals(model))
                .findFirst()
                .ifPresent(fineTune.baseProperty()::set);
        fineTune.useProperty().set(use);
        steps.toFineTune();
    }

    public Parent root() {
        return root;
    }

    FineTuneViewModel fineTune() {
        return fineTune;
    }

    OutlookViewModel outlook() {
        return outlook;
    }

    MatchViewModel matching() {
        return matching;
    }

    PreTrainViewModel preTrain() {
        return preTrain;
    }

    ModelsViewModel models() {
        return models;
    }
}
