package org.consilium.ui.tuning;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.consilium.tuning.Estimate;
import org.consilium.tuning.FineTuneRun;
import org.consilium.tuning.Metric;
import org.consilium.tuning.MetricRow;
import org.consilium.tuning.ModelSummary;
import org.consilium.tuning.Preset;
import org.consilium.tuning.Readiness;
import org.consilium.tuning.RecipeChoice;
import org.consilium.tuning.factor.Layer;
import org.consilium.tuning.task.Preparation;
import org.consilium.tuning.task.TuningTask;
import org.consilium.ui.common.ViewState;
import org.consilium.ui.common.Views;
import org.jspecify.annotations.Nullable;

/** Binds the form and the live curve to their view model. */
final class FineTuneController {
    private static final Map<Layer, String> MEANINGS =
            Map.of(
                    Layer.HEAD, "What is known of treatments",
                    Layer.VECTORS, "What is known of facts and their roles",
                    Layer.TEXT, "What is made of names");

    private final FineTuneViewModel model;
    private final ModelsViewModel models;
    private final OutlookViewModel outlook;
    private final PrepareViewModel prepare;

    @FXML private ComboBox<ModelSummary> base;
    @FXML private TextField name;
    @FXML private TextField seed;
    @FXML private ComboBox<Preset> preset;
    @FXML private ComboBox<Use> use;
    @FXML private CheckBox feedback;
    @FXML private Label feedbackWords;
    @FXML private Label limits;
    @FXML private Button start;
    @FXML private HBox running;
    @FXML private ProgressBar progress;
    @FXML private Label message;
    @FXML private Button cancel;
    @FXML private Label failure;
    @FXML private Label alarm;
    @FXML private HBox curves;
    @FXML private CurveChart loss;
    @FXML private CurveChart ndcg;
    @FXML private RateChart rates;
    @FXML private Label task;
    @FXML private VBox expert;
    @FXML private FlowPane layers;

    FineTuneController(
            FineTuneViewModel model,
            ModelsViewModel models,
            OutlookViewModel outlook,
            PrepareViewModel prepare) {
        this.model = model;
        this.models = models;
        this.outlook = outlook;
        this.prepare = prepare;
    }

    @FXML
    private void initialize() {
        base.setConverter(new ModelNames());
        base.valueProperty().bindBidirectional(model.baseProperty());
        name.textProperty().bindBidirectional(model.nameProperty());
        seed.textProperty().bindBidirectional(model.seedProperty());
        preset.getItems().setAll(Preset.QUICK, Preset.CAREFUL, Preset.EXPERT);
        preset.valueProperty().bindBidirectional(model.presetProperty());
        expert.getChildren()
                .setAll(Views.load(new ExpertController(model.expert()), "expert.fxml"));
        preset.valueProperty().addListener((observed, before, now) -> showExpert());
        showExpert();
        model.taskProperty()
                .addListener((observed, before, now) -> {
                    tell(now);
                    tellReadiness();
                });
        tell(model.taskProperty().get());
        model.layers().addListener((MapChangeListener<Layer, Double>) change -> showLayers());
        showLayers();
        use.getItems().setAll(Use.values());
        use.valueProperty().bindBidirectional(model.useProperty());
        feedback.selectedProperty().bindBidirectional(model.feedbackProperty());
        outlook.readinessProperty().addListener((observed, before, now) -> tellReadiness());
        prepare.stateProperty().addListener((observed, before, now) -> tellReadiness());
        tellReadiness();
        progress.progressProperty().bind(model.fractionProperty());
        message.textProperty().bind(model.messageProperty());
        alarm.textProperty().bind(model.alarmProperty());
        alarm.visibleProperty().bind(model.alarmProperty().isNotEmpty());
        alarm.managedProperty().bind(model.alarmProperty().isNotEmpty());
        start.setOnAction(event -> model.start());
        cancel.setOnAction(event -> model.cancel());
        models.stateProperty().addListener((observed, before, now) -> offer(models.list()));
        models.detailsProperty().addListener((observed, before, now) -> recall(now));
        model.stateProperty().addListener((observed, before, now) -> show(now));
        model.epochs().addListener((ListChangeListener<Epoch>) change -> live());
        message.textProperty().addListener((observed, before, now) -> messageSeen(now));
        show(model.stateProperty().get());
    }

    private void showExpert() {
        visible(expert, preset.getValue() == Preset.EXPERT);
    }

    private void tell(@Nullable TuningTask chosen) {
        task.setText(
                chosen == null
                        ? "The whole cohort, every item."
                        : "%s: %s.".formatted(chosen.name(), chosen.scope().words()));
    }

    /** Which layers learn now; nothing where nothing trains. */
    private void showLayers() {
        layers.getChildren().clear();
        for (Layer layer : Layer.values()) {
            Double rate = model.layers().get(layer);
            if (rate != null) {
                Label chip = new Label(Layer.words(layer, rate));
                chip.getStyleClass().addAll("layer", rate == 0 ? "frozen" : "learning");
                chip.setTooltip(new Tooltip(MEANINGS.getOrDefault(layer, "")));
                layers.getChildren().add(chip);
            }
        }
        visible(layers, !layers.getChildren().isEmpty());
    }

    /** Of the task, once it is prepared; of the whole cohort where there is none. */
    private @Nullable Readiness readiness() {
        if (model.taskProperty().get() == null) {
            return outlook.readinessProperty().get();
        }
        return prepare.stateProperty().get()
                        instanceof ViewState.Loaded<Preparation>(Preparation prepared)
                ? prepared.readiness()
                : null;
    }

    private void tellReadiness() {
        Readiness readiness = readiness();
        feedbackWords.setText(readiness == null ? "" : readiness.feedback());
        String unknown =
                model.taskProperty().get() == null
                        ? ""
                        : "Prepare the task to see how many patients it learns from.";
        limits.setText(readiness == null ? unknown : String.join(" ", readiness.limits()));
        show(model.stateProperty().get());
    }

    private boolean canTune() {
        Readiness readiness = readiness();
        return readiness == null || readiness.canTune();
    }

    private void offer(List<ModelSummary> list) {
        ModelSummary chosen = base.getValue();
        base.getItems().setAll(list);
        base.setValue(
                list.stream()
                        .filter(each -> chosen != null && each.name().equals(chosen.name()))
                        .findFirst()
                        .or(() -> list.stream().filter(ModelSummary::served).findFirst())
                        .orElse(list.isEmpty() ? null : list.getFirst()));
    }

    private void show(ViewState<FineTuneRun> state) {
        boolean busy = model.isRunning();
        for (Node input : List.of(base, name, seed, preset, use, feedback, expert)) {
            input.setDisable(busy);
        }
        start.setDisable(busy || !canTune());
        visible(running, busy || !message.getText().isEmpty());
        visible(progress, busy);
        visible(curves, busy || !loss.isEmpty());
        visible(cancel, busy);
        failure.setText(
                state instanceof ViewState.Failed<FineTuneRun>(String sentence) ? sentence : "");
        visible(failure, !failure.getText().isEmpty());
    }

    private void messageSeen(String words) {
        visible(running, model.isRunning() || !words.isEmpty());
    }

    private void live() {
        List<Epoch> epochs = model.epochs();
        int of = epochs.isEmpty() ? 20 : epochs.getLast().of();
        loss.show(epochs.stream().map(Epoch::loss).toList(), of);
        ndcg.show(epochs.stream().map(Epoch::ndcg).toList(), of);
        ndcg.beside(model.baselines(), of);
    }

    /** The curve of the model that is looked at, while nothing runs. */
    private void recall(ModelsViewModel.@Nullable Details details) {
        if (details != null && !model.isRunning()) {
            FineTuneRun run = details.run();
            List<Double> losses = run == null ? List.of() : run.losses();
            loss.show(losses, losses.isEmpty() ? 20 : losses.size());
            ndcg.show(run == null ? List.of() : run.validation(), Math.max(2, losses.size()));
            ndcg.beside(run == null ? Map.of() : beside(run), Math.max(2, losses.size()));
            RecipeChoice recipe = run == null ? null : run.recipe();
            rates.show(recipe == null ? null : recipe.rates());
            visible(curves, !loss.isEmpty());
        }
    }

    /** What a run that is over was seen beside. */
    private static Map<String, Double> beside(FineTuneRun run) {
        Map<String, Double> beside = new TreeMap<>();
        for (MetricRow row : run.evaluation().rows()) {
            Estimate ndcg10 = row.metrics().get(Metric.NDCG_10);
            boolean whole = !row.clinicalItemsOnly() && row.kind() == null;
            if (whole && ndcg10 != null && row.model().equals("before")) {
                beside.put("untouched", ndcg10.mean());
            } else if (whole && ndcg10 != null && row.model().equals("popularity")) {
                beside.put("popularity", ndcg10.mean());
            }
        }
        return beside;
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
