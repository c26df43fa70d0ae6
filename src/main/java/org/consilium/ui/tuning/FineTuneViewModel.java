package org.consilium.ui.tuning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.consilium.job.Job;
import org.consilium.job.JobRunner;
import org.consilium.tuning.EpochListener;
import org.consilium.tuning.FineTuneRun;
import org.consilium.tuning.ModelSummary;
import org.consilium.tuning.Preset;
import org.consilium.tuning.TuneRecipe;
import org.consilium.tuning.TuneRequest;
import org.consilium.tuning.factor.Layer;
import org.consilium.tuning.task.TuningTask;
import org.consilium.ui.common.JobProgress;
import org.consilium.ui.common.ViewState;
import org.jspecify.annotations.Nullable;

/** One fine-tuning run: what is asked for, its live curve, its end. For the UI thread only. */
final class FineTuneViewModel {
    private final Models models;
    private final JobRunner jobs;
    private final Executor ui;
    private final Clock clock;
    private final String cohort;
    private final Consumer<FineTuneRun> finished;
    private final ObjectProperty<@Nullable ModelSummary> base = new SimpleObjectProperty<>();
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty seed = new SimpleStringProperty("1");
    private final ObjectProperty<Preset> preset = new SimpleObjectProperty<>(Preset.CAREFUL);
    private final ObjectProperty<Use> use = new SimpleObjectProperty<>(Use.DECIDED);
    private final BooleanProperty feedback = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<ViewState<FineTuneRun>> state =
            new ReadOnlyObjectWrapper<>(new ViewState.Idle<>());
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
    private final ObservableList<Epoch> epochs = FXCollections.observableArrayList();
    private final ObservableMap<String, Double> baselines = FXCollections.observableHashMap();
    private final ExpertViewModel expert = new ExpertViewModel();
    private final ObjectProperty<@Nullable TuningTask> task = new SimpleObjectProperty<>();
    private final ObservableMap<Layer, Double> layers = FXCollections.observableHashMap();
    private final ReadOnlyStringWrapper alarm = new ReadOnlyStringWrapper("");
    private @Nullable JobProgress progress;
    private CompletableFuture<?> ended = CompletableFuture.completedFuture(null);

    /**
     * @param ui runs what changes properties
     * @param finished told of every run that was finished
     */
    FineTuneViewModel(
            Models models,
            JobRunner jobs,
            Executor ui,
            Clock clock,
            String cohort,
            Consumer<FineTuneRun> finished) {
        this.models = models;
        this.jobs = jobs;
        this.ui = ui;
        this.clock = clock;
        this.cohort = cohort;
        this.finished = finished;
    }

    /** The model to start from; null for the shipped one. */
    ObjectProperty<@Nullable ModelSummary> baseProperty() {
        return base;
    }

    /** Of the model to make; blank to have one made up. */
    StringProperty nameProperty() {
        return name;
    }

    StringProperty seedProperty() {
        return seed;
    }

    /** Quick, careful or expert. */
    ObjectProperty<Preset> presetProperty() {
        return preset;
    }

    /** What counts where the preset is the expert's. */
    ExpertViewModel expert() {
        return expert;
    }

    /** The task that is run; null for the whole cohort. */
    ObjectProperty<@Nullable TuningTask> taskProperty() {
        return task;
    }

    /**
     * By layer the factor on the learning rate in the epoch under way; none where nothing trains.
     */
    ObservableMap<Layer, Double> layers() {
        return layers;
    }

    /** How much of the base model is used. */
    ObjectProperty<Use> useProperty() {
        return use;
    }

    /** Whether decisions on recommendations are learned from. */
    BooleanProperty feedbackProperty() {
        return feedback;
    }

    ReadOnlyObjectProperty<ViewState<FineTuneRun>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What is being done, with the time left where it can be told. */
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** From 0 to 1; negative while it is not known. */
    ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /** The live curve. */
    ObservableList<Epoch> epochs() {
        return epochs;
    }

    /** NDCG@10 of what the curve is seen beside, by name. */
    ObservableMap<String, Double> baselines() {
        return baselines;
    }

    /** Why the run had better be looked at; empty while all is well. */
    ReadOnlyStringProperty alarmProperty() {
        return alarm.getReadOnlyProperty();
    }

    boolean isRunning() {
        return state.get() instanceof ViewState.Running<FineTuneRun>;
    }

    /** Starts a run; what makes no sense is said and nothing starts. */
    void start() {
        if (isRunning()) {
            return;
        }
        try {
            TuneRequest request = request();
            TuningTask chosen = task.get();
            run(listener ->
                    chosen == null
                            ? models.tuning(request, listener)
                            : progress ->
                                    models.tuning(request.of(models.use(chosen.name())), listener)
                                            .run(progress));
        } catch (NumberFormatException e) {
            state.set(new ViewState.Failed<>("The seed must be a whole number, such as 1."));
        } catch (IllegalArgumentException e) {
            state.set(new ViewState.Failed<>(ViewState.sentence(e)));
        }
    }

    /** Goes on with an interrupted run, as it was asked for. */
    void resume(String name) {
        if (!isRunning()) {
            run(listener -> models.resuming(name, listener));
        }
    }

    private void run(Function<EpochListener, Job<FineTuneRun>> job) {
        epochs.clear();
        baselines.clear();
        layers.clear();
        alarm.set("");
        fraction.set(-1);
        message.set("Waiting to start");
        state.set(new ViewState.Running<>());
        JobProgress watched = new JobProgress(ui, this::show);
        progress = watched;
        AtomicReference<Instant> first = new AtomicReference<>();
        EpochListener listener =
                new EpochListener() {
                    @Override
                    public void epoch(int number, int of, double loss, double ndcg) {
                        Instant now = clock.instant();
                        first.compareAndSet(null, now);
                        Duration elapsed = Duration.between(first.get(), now);
                        Epoch epoch = new Epoch(number, of, loss, ndcg, elapsed);
                        ui.execute(() -> show(epoch));
                    }

                    @Override
                    public void baseline(String name, double ndcg) {
                        ui.execute(() -> baselines.put(name, ndcg));
                    }

                    @Override
                    public void layers(int epoch, Map<Layer, Double> rates) {
                        ui.execute(() -> layers.putAll(rates));
                    }

                    @Override
                    public void stage(String words) {
                        ui.execute(() -> {
                            if (isRunning()) {
                                layers.clear();
                                message.set(words);
                            }
                        });
                    }
                };
        ended = jobs.compute(job.apply(listener), watched).whenCompleteAsync(this::end, ui);
    }

    private TuneRequest request() {
        ModelSummary from = base.get();
        String wanted = name.get() == null ? "" : name.get().strip();
        return new TuneRequest(
                cohort,
                from == null ? null : from.name(),
                wanted.isEmpty() ? null : wanted,
                Long.parseLong(seed.get() == null ? "" : seed.get().strip()),
                use.get().transfer(),
                preset.get() == Preset.EXPERT ? expert.recipe() : TuneRecipe.of(preset.get()),
                feedback.get());
    }

    /** Asks the run to stop; it leaves nothing. */
    void cancel() {
        if (progress != null && isRunning()) {
            progress.cancel();
            message.set("Stopping: nothing will be kept");
        }
    }

    /** Completes when the run has ended and its end is shown. */
    CompletableFuture<?> ended() {
        return ended;
    }

    private void show(JobProgress.Report report) {
        if (epochs.isEmpty() && isRunning()) {
            message.set(report.message());
        }
    }

    private void show(Epoch epoch) {
        if (!isRunning()) {
            return;
        }
        epochs.add(epoch);
        int best = Overfitting.bestEpochIfAlarming(epochs);
        alarm.set(
                best == 0
                        ? ""
                        : "It gets worse on held-out patients since epoch %d while it learns the others ever better (overfitting). Consider cancelling, or the quick preset."
                                .formatted(best));
        fraction.set((double) epoch.number() / epoch.of());
        message.set(
                epoch.number() == epoch.of()
                        ? "Measuring on the held-out patients"
                        : "Epoch %d of %d%s"
                                .formatted(
                                        epoch.number(),
                                        epoch.of(),
                                        epoch.left()
                                                .map(left -> ", " + Epoch.words(left) + " left")
                                                .orElse("")));
    }

    private void end(@Nullable FineTuneRun run, @Nullable Throwable failure) {
        layers.clear();
        if (run != null) {
            state.set(new ViewState.Loaded<>(run));
            message.set(
                    "%s is made, in %s. It is not served until you promote it."
                            .formatted(
                                    run.name(),
                                    Epoch.words(Duration.ofSeconds(Math.round(run.seconds())))));
            finished.accept(run);
            return;
        }
        ViewState<FineTuneRun> after =
                ViewState.after(failure == null ? new IllegalStateException("no run") : failure);
        state.set(after);
        epochs.clear();
        message.set(after instanceof ViewState.Idle ? "Cancelled: nothing was changed." : "");
    }
}
