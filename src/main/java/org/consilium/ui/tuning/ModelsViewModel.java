package org.consilium.ui.tuning;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.consilium.job.JobRunner;
import org.consilium.job.Progress;
import org.consilium.tuning.FineTuneRun;
import org.consilium.tuning.ModelSummary;
import org.consilium.tuning.PromotionCheck;
import org.consilium.tuning.Waiver;
import org.consilium.ui.common.ViewState;
import org.jspecify.annotations.Nullable;

/**
 * The models, which one is served, and one of them with its card and its run. What is served
 * changes only after the person has confirmed it. For the UI thread only.
 */
final class ModelsViewModel {
    private final Models models;
    private final JobRunner jobs;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<ViewState<List<ModelSummary>>> state =
            new ReadOnlyObjectWrapper<>(new ViewState.Idle<>());
    private final ReadOnlyObjectWrapper<@Nullable Details> details = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Question> question =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final StringProperty signer = new SimpleStringProperty("");
    private final StringProperty reason = new SimpleStringProperty("");
    private String wanted = "";
    private CompletableFuture<?> pending = CompletableFuture.completedFuture(null);

    /**
     * @param ui runs what changes properties
     */
    ModelsViewModel(Models models, JobRunner jobs, Executor ui) {
        this.models = models;
        this.jobs = jobs;
        this.ui = ui;
    }

    /**
     * One model.
     *
     * @param run null for a base model
     */
    record Details(ModelSummary model, String card, @Nullable FineTuneRun run) {}

    /** What is to be confirmed. */
    sealed interface Question {
        /** Serve this model from now on, by a waiver where it is held back. */
        record Promote(PromotionCheck check) implements Question {}

        /** Serve again what was served before. */
        record RollBack() implements Question {}
    }

    ReadOnlyObjectProperty<ViewState<List<ModelSummary>>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Null until a model was chosen and read. */
    ReadOnlyObjectProperty<@Nullable Details> detailsProperty() {
        return details.getReadOnlyProperty();
    }

    /** Null while nothing is to be confirmed. */
    ReadOnlyObjectProperty<@Nullable Question> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** What was done last, or why it could not be. */
    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    List<ModelSummary> list() {
        return state.get() instanceof ViewState.Loaded<List<ModelSummary>>(var list)
                ? list
                : List.of();
    }

    /** Reads the list and opens a model of it: the served one where the name is empty. */
    void load(String open) {
        if (list().isEmpty()) {
            state.set(new ViewState.Running<>());
        }
        run(
                models::list,
                list -> {
                    state.set(new ViewState.Loaded<>(list));
                    list.stream()
                            .filter(model ->
                                    open.isEmpty() ? model.served() : model.name().equals(open))
                            .findFirst()
                            .ifPresent(this::open);
                },
                failure -> state.set(ViewState.after(failure)));
    }

    /** Reads a model's card and run; the latest choice wins. */
    void open(ModelSummary model) {
        wanted = model.name();
        run(
                () ->
                        new Details(
                                model,
                                models.card(model.name()),
                                model.base() == null ? null : models.run(model.name())),
                read -> {
                    if (read.model().name().equals(wanted)) {
                        details.set(read);
                    }
                },
                failure -> notice.set(ViewState.sentence(failure)));
    }

    /** Looks whether it may be served before it asks. */
    void askToPromote(String model) {
        run(
                () -> models.check(model),
                check -> {
                    reason.set("");
                    question.set(new Question.Promote(check));
                },
                failure -> notice.set(ViewState.sentence(failure)));
    }

    /** Who signs where a model is held back. */
    StringProperty signerProperty() {
        return signer;
    }

    /** Why it is served all the same. */
    StringProperty reasonProperty() {
        return reason;
    }

    void askToRollBack() {
        question.set(new Question.RollBack());
    }

    void dismiss() {
        question.set(null);
    }

    /** Does what was asked about. */
    void confirm() {
        Question asked = question.get();
        Waiver waiver;
        try {
            waiver =
                    asked instanceof Question.Promote(PromotionCheck check) && check.blocked()
                            ? new Waiver(signer.get(), reason.get())
                            : null;
        } catch (IllegalArgumentException e) {
            notice.set(ViewState.sentence(e));
            return;
        }
        question.set(null);
        switch (asked) {
            case null -> {}
            case Question.Promote(PromotionCheck check) ->
                    change(() -> {
                        models.promote(check.model(), waiver);
                        return check.model();
                    });
            case Question.RollBack() -> change(models::rollback);
        }
    }

    private void change(Callable<String> change) {
        run(
                change,
                served -> {
                    notice.set("Recommendations now come from " + served + ".");
                    load(served);
                },
                failure -> notice.set(ViewState.sentence(failure)));
    }

    /** Completes when what was asked for last is shown. */
    CompletableFuture<?> settled() {
        return pending;
    }

    private <T> void run(Callable<T> work, Consumer<T> show, Consumer<Throwable> fail) {
        pending =
                jobs.io(progress -> work.call(), Progress.NONE)
                        .whenCompleteAsync(
                                (result, failure) -> {
                                    if (failure == null) {
                                        show.accept(result);
                                    } else {
                                        fail.accept(failure);
                                    }
                                },
                                ui);
    }
}
