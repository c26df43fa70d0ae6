package org.consilium.ui.tuning;

import java.time.Clock;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.consilium.clinical.Cohort;
import org.consilium.job.JobRunner;
import org.consilium.job.Progress;
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
    private final TasksViewModel tasks;
    private final PrepareViewModel prepare;
    private final PreTrainViewModel preTrain;
    private final DeployViewModel deployment;
    private final ChangesViewModel changes;
    private final MonitorViewModel monitor;
    private final CardViewModel card;
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
                        Studio.of(services),
                        () -> navigator.worklist(cohort),
                        navigator::servingChanged,
                        patient -> open(services, navigator, cohort, patient)));
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
        tasks = new TasksViewModel(service, jobs, ui, cohort.name());
        prepare = new PrepareViewModel(service, jobs, ui, cohort.name(), tasks);
        fineTune.taskProperty().bind(tasks.chosenProperty());
        preTrain = new PreTrainViewModel(service, jobs, ui, cohort.name(), this::made);
        fineTune.stateProperty()
                .addListener((observed, before, now) -> {
                    if (!fineTune.isRunning()) {
                        outlook.load();
                    }
                });
        Node tune =
                Views.load(new FineTuneController(fineTune, models, outlook, prepare), "tune.fxml");
        changes = new ChangesViewModel(desk.studio(), jobs, ui);
        monitor = new MonitorViewModel(desk.studio(), jobs, ui, cohort.name());
        card = new CardViewModel(desk, jobs, ui, models::load);
        models.detailsProperty()
                .addListener((observed, before, now) -> {
                    if (now != null) {
                        card.open(now.model().name());
                    }
                });
        Node evaluate =
                scrolled(
                        Views.load(new ComparisonController(models), "comparison.fxml"),
                        Views.load(
                                new FindingsController(models, changes, desk.openPatient()),
                                "findings.fxml"));
        Node deploy =
                scrolled(
                        Views.load(new DeployController(deployment), "deploy.fxml"),
                        Views.load(new MonitorController(monitor), "monitor.fxml"));
        Node match = Views.load(new MatchController(matching, this::choose), "match.fxml");
        Node make = Views.load(new PreTrainController(preTrain), "pretrain.fxml");
        steps =
                new TuningController(
                        outlook,
                        fineTune,
                        matching,
                        deployment,
                        new TuningController.Steps(
                                cohort.name(),
                                Views.load(new TasksController(tasks), "tasks.fxml"),
                                match,
                                Views.load(new PrepareController(prepare, tasks), "prepare.fxml"),
                                tune,
                                evaluate,
                                deploy,
                                Views.load(new CardController(card), "card.fxml"),
                                make),
                        desk.back());
        root.setCenter(Views.load(steps, "tuning.fxml"));
        root.setRight(Views.load(new ModelsController(models), "models.fxml"));
        models.load("");
        outlook.load();
        tasks.load();
    }

    private static Node scrolled(Node... parts) {
        ScrollPane scroll = new ScrollPane(new VBox(parts));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("card-scroll");
        return scroll;
    }

    private static void open(
            Services services, Navigator navigator, Cohort cohort, String patient) {
        var _ =
                services.jobs()
                        .io(
                                progress ->
                                        services.cohorts().patients(cohort.id()).stream()
                                                .filter(each -> each.patient().id().equals(patient))
                                                .findFirst(),
                                Progress.NONE)
                        .thenAcceptAsync(
                                found -> found.ifPresent(each -> navigator.patient(cohort, each)),
                                Views::onUi);
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

    /** Whether a fine-tuning is under way. */
    public boolean isRunning() {
        return fineTune.isRunning();
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

    TasksViewModel tasks() {
        return tasks;
    }

    PrepareViewModel prepare() {
        return prepare;
    }

    MatchViewModel matching() {
        return matching;
    }

    PreTrainViewModel preTrain() {
        return preTrain;
    }

    ChangesViewModel changes() {
        return changes;
    }

    MonitorViewModel monitor() {
        return monitor;
    }

    CardViewModel card() {
        return card;
    }

    DeployViewModel deployment() {
        return deployment;
    }

    ModelsViewModel models() {
        return models;
    }
}
