package org.consilium.ui.tuning;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.consilium.job.JobRunner;
import org.consilium.job.Progress;
import org.consilium.tuning.Lineage;
import org.consilium.tuning.ServingState;
import org.consilium.ui.common.ViewState;
import org.jspecify.annotations.Nullable;

/** What is served, where it comes from, and the switch that stops it. For the UI thread only. */
final class DeployViewModel {
    private final Models models;
    private final JobRunner jobs;
    private final Executor ui;
    private final Desk desk;
    private final ReadOnlyObjectWrapper<@Nullable Deployed> deployed =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private final StringProperty who;
    private final StringProperty reason = new SimpleStringProperty("");
    private CompletableFuture<?> pending = CompletableFuture.completedFuture(null);

    /**
     * @param ui runs what changes properties
     */
    DeployViewModel(Models models, JobRunner jobs, Executor ui, Desk desk) {
        this.models = models;
        this.jobs = jobs;
        this.ui = ui;
        this.desk = desk;
        this.who = new SimpleStringProperty(desk.user());
    }

    /** Everything there is to show. */
    record Deployed(ServingState serving, Lineage lineage) {}

    /** Null until it was read. */
    ReadOnlyObjectProperty<@Nullable Deployed> deployedProperty() {
        return deployed.getReadOnlyProperty();
    }

    /** Why something could not be done; empty while all is well. */
    ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    StringProperty whoProperty() {
        return who;
    }

    StringProperty reasonProperty() {
        return reason;
    }

    void load() {
        after(() -> true);
    }

    /** Stops recommendations for everybody. */
    void stop() {
        String by = who.get();
        String why = reason.get();
        after(() -> models.stop(by, why));
    }

    /** Gives recommendations again. */
    void start() {
        String by = who.get();
        String why = reason.get();
        after(() -> models.start(by, why));
    }

    /** Serves again what was served before, without another question. */
    void back() {
        after(models::rollback);
    }

    /** Completes when what was asked for last is shown. */
    CompletableFuture<?> settled() {
        return pending;
    }

    private void after(Callable<?> change) {
        pending =
                jobs.io(
                                progress -> {
                                    change.call();
                                    return new Deployed(models.serving(), models.lineage());
                                },
                                Progress.NONE)
                        .whenCompleteAsync(this::show, ui);
    }

    private void show(@Nullable Deployed read, @Nullable Throwable problem) {
        failure.set(problem == null ? "" : ViewState.sentence(problem));
        if (read != null) {
            Deployed before = deployed.get();
            deployed.set(read);
            if (before != null && !before.serving().equals(read.serving())) {
                reason.set("");
            }
            desk.servingChanged().run();
        }
    }
}
