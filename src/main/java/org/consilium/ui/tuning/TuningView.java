package org.consilium.ui.tuning;

import java.time.Clock;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
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
    private final DeployViewModel deployment;
    private final TuningController steps;
    private final BorderPane root = new BorderPane();

    public TuningView(Services services, Navigator navigator, Cohort cohort) {
        this(
                Models.of(services.tuning()),
                services.jobs(),
                Views::onUi,
                Clock.systemUTC(),
                cohort,
                new Desk(
                        services.user(),
                        () -> navigator.worklist(cohort),
                        navigator::servingChanged));
    }

    TuningView(Models service, JobRunner jobs, Executor ui, Clock clock, Cohort cohort, Desk desk) {
        models = new ModelsViewModel(service, jobs, ui);
        models.signerProperty().set(desk.user());
        deployment = new DeployViewModel(service, jobs, ui, desk);
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
        Node tune = Views.load(new FineTuneController(fineTune, models, outlook), "tune.fxml");
        Node evaluate = Views.load(new ComparisonController(models), "comparison.fxml");
        Node deploy = Views.load(new DeployController(deployment), "deploy.fxml");
        Node match = Views.load(new MatchController(matching, this::choose), "match.fxml");
        Node make = Views.load(new PreTrainController(preTrain), "pretrain.fxml");
        steps =
                new TuningController(
                        outlook,
                        fineTune,
                        matching,
                        deployment,
                        new TuningController.Steps(
                                cohort.name(), match, tune, evaluate, deploy, make),
                        desk.back());
        root.setCenter(Views.load(steps, "tuning.fxml"));
        root.setRight(Views.load(new ModelsController(models), "models.fxml"));
        models.load("");
        outlook.load();
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

    DeployViewModel deployment() {
        return deployment;
    }

    ModelsViewModel models() {
        return models;
    }
}
