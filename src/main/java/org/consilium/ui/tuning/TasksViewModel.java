package org.consilium.ui.tuning;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
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
import org.consilium.clinical.ItemKind;
import org.consilium.job.JobRunner;
import org.consilium.job.Progress;
import org.consilium.tuning.Ages;
import org.consilium.tuning.task.LeaveOut;
import org.consilium.tuning.task.TaskScope;
import org.consilium.tuning.task.TuningTask;
import org.consilium.ui.common.ViewState;
import org.jspecify.annotations.Nullable;

/** The cohort's tasks, which one is worked on, and a form to define one. For the UI thread only. */
final class TasksViewModel {
    private final Models models;
    private final JobRunner jobs;
    private final Executor ui;
    private final String cohort;
    private final ObservableList<TuningTask> tasks = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable TuningTask> chosen =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final StringProperty name = new SimpleStringProperty("");
    private final Map<ItemKind, BooleanProperty> kinds = new EnumMap<>(ItemKind.class);
    private final ObjectProperty<Integer> horizon = new SimpleObjectProperty<>(0);
    private final StringProperty ages = new SimpleStringProperty("");
    private final StringProperty conditions = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> to = new SimpleObjectProperty<>();
    private final StringProperty sites = new SimpleStringProperty("");
    private final StringProperty without = new SimpleStringProperty("");
    private Set<LeaveOut> leftOut = Set.of();
    private CompletableFuture<?> settled = CompletableFuture.completedFuture(null);

    /**
     * @param ui runs what changes properties
     */
    TasksViewModel(Models models, JobRunner jobs, Executor ui, String cohort) {
        this.models = models;
        this.jobs = jobs;
        this.ui = ui;
        this.cohort = cohort;
        for (ItemKind kind : ItemKind.values()) {
            kinds.put(kind, new SimpleBooleanProperty(true));
        }
    }

    /** Of the cohort, by name. */
    ObservableList<TuningTask> tasks() {
        return tasks;
    }

    /** What is worked on; null for the whole cohort. */
    ReadOnlyObjectProperty<@Nullable TuningTask> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** What was done last, or why it could not be. */
    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    StringProperty nameProperty() {
        return name;
    }

    BooleanProperty kindProperty(ItemKind kind) {
        return kinds.getOrDefault(kind, new SimpleBooleanProperty(true));
    }

    /** Days within which what is newly started counts. */
    ObjectProperty<Integer> horizonProperty() {
        return horizon;
    }

    /** As people write them, such as 65-; blank for all. */
    StringProperty agesProperty() {
        return ages;
    }

    /** Texts, a comma between them. */
    StringProperty conditionsProperty() {
        return conditions;
    }

    ObjectProperty<@Nullable LocalDate> fromProperty() {
        return from;
    }

    ObjectProperty<@Nullable LocalDate> toProperty() {
        return to;
    }

    /** Beginnings of names, a comma between them. */
    StringProperty sitesProperty() {
        return sites;
    }

    /** Texts of items, a comma between them. */
    StringProperty withoutProperty() {
        return without;
    }

    void load() {
        String open = chosen.get() == null ? "" : chosen.get().name();
        read(() -> {}, open, "");
    }

    /** Works on a task from now on, and shows it in the form; null for the whole cohort. */
    void choose(@Nullable TuningTask task) {
        TaskScope scope = task == null ? TaskScope.ALL : task.scope();
        name.set(task == null ? "" : task.name());
        kinds.forEach((kind, property) -> property.set(scope.kinds().contains(kind)));
        horizon.set(scope.horizonDays());
        ages.set(scope.ages().equals(Ages.ALL) ? "" : scope.ages().words());
        conditions.set(String.join(", ", scope.conditions()));
        from.set(scope.from());
        to.set(scope.to());
        sites.set(String.join(", ", scope.sites()));
        without.set(String.join(", ", scope.without()));
        leftOut = scope.leftOut();
        chosen.set(task);
    }

    /** Keeps what the form says and works on it; what makes no sense is said. */
    void save() {
        try {
            save(new TuningTask(text(name), cohort, scope()));
        } catch (IllegalArgumentException e) {
            notice.set(ViewState.sentence(e));
        }
    }

    private TaskScope scope() {
        Set<ItemKind> wanted = EnumSet.noneOf(ItemKind.class);
        kinds.forEach((kind, property) -> {
            if (property.get()) {
                wanted.add(kind);
            }
        });
        return new TaskScope(
                wanted,
                horizon.get() == null ? 0 : horizon.get(),
                text(ages).isEmpty() ? Ages.ALL : Ages.of(text(ages)),
                texts(conditions),
                from.get(),
                to.get(),
                texts(sites),
                texts(without),
                leftOut);
    }

    /** Leaves something out of what is worked on, or takes it back in, and keeps that. */
    void leaveOut(LeaveOut what, boolean out) {
        TuningTask task = chosen.get();
        TuningTask other =
                task == null ? new TuningTask(shortened(cohort), cohort, TaskScope.ALL) : task;
        save(other.with(other.scope().leavingOut(what, out)));
    }

    private static String shortened(String cohort) {
        return cohort.length() > 60 ? cohort.substring(0, 60) : cohort;
    }

    private void save(TuningTask task) {
        read(() -> models.define(task), task.name(), "Kept the task " + task.name() + ".");
    }

    /** Removes the task that is worked on; models that were tuned for it stay. */
    void delete() {
        TuningTask task = chosen.get();
        if (task != null) {
            read(() -> models.deleteTask(task.name()), "", "Deleted the task " + task.name() + ".");
        }
    }

    private static String text(StringProperty property) {
        return property.get() == null ? "" : property.get().strip();
    }

    private static List<String> texts(StringProperty property) {
        return Arrays.stream(text(property).split(",")).map(String::strip).toList();
    }

    /** Completes when what was asked for last is shown. */
    CompletableFuture<?> settled() {
        return settled;
    }

    private void read(Runnable first, String open, String done) {
        Callable<List<TuningTask>> work =
                () -> {
                    first.run();
                    return models.tasks().stream()
                            .filter(task -> task.cohort().equals(cohort))
                            .toList();
                };
        settled =
                jobs.io(progress -> work.call(), Progress.NONE)
                        .whenCompleteAsync((list, failure) -> show(list, failure, open, done), ui);
    }

    private void show(
            @Nullable List<TuningTask> list,
            @Nullable Throwable failure,
            String open,
            String done) {
        if (list == null) {
            notice.set(failure == null ? "" : ViewState.sentence(failure));
            return;
        }
        notice.set(done);
        tasks.setAll(list);
        choose(list.stream().filter(task -> task.name().equals(open)).findFirst().orElse(null));
    }
}
