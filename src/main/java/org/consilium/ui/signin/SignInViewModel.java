package org.consilium.ui.signin;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.consilium.job.Job;
import org.consilium.job.JobRunner;
import org.consilium.ui.common.JobProgress;
import org.consilium.ui.common.Services;
import org.consilium.ui.common.ViewState;
import org.jspecify.annotations.Nullable;

/** The first run, signing in, and the way into the demo. For the UI thread only. */
final class SignInViewModel {
    private final Access access;
    private final JobRunner jobs;
    private final Executor ui;
    private final Consumer<Entry> entered;
    private final boolean firstRun;
    private final StringProperty passphrase = new SimpleStringProperty("");
    private final StringProperty repeated = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<ViewState<Entry>> state =
            new ReadOnlyObjectWrapper<>(new ViewState.Idle<>());
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
    private @Nullable JobProgress progress;
    private CompletableFuture<?> ended = CompletableFuture.completedFuture(null);

    /**
     * @param ui runs what changes properties
     * @param entered told once, when somebody is in
     */
    SignInViewModel(Access access, JobRunner jobs, Executor ui, Consumer<Entry> entered) {
        this.access = access;
        this.jobs = jobs;
        this.ui = ui;
        this.entered = entered;
        firstRun = !access.storeExists();
    }

    /** Whether there is no store yet, so that a passphrase is chosen. */
    boolean isFirstRun() {
        return firstRun;
    }

    StringProperty passphraseProperty() {
        return passphrase;
    }

    /** The passphrase again, on the first run. */
    StringProperty repeatedProperty() {
        return repeated;
    }

    ReadOnlyObjectProperty<ViewState<Entry>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What is being done. */
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** From 0 to 1; negative while it is not known. */
    ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /** Makes the store, or opens it. */
    void enter() {
        String words = text(passphrase);
        if (isRunning()) {
            return;
        }
        if (words.isEmpty()) {
            state.set(new ViewState.Failed<>("Type the passphrase first."));
        } else if (firstRun && !words.equals(text(repeated))) {
            state.set(
                    new ViewState.Failed<>(
                            "The two passphrases are not the same: type them again."));
        } else {
            char[] secret = words.toCharArray();
            passphrase.set("");
            repeated.set("");
            run(
                    firstRun ? access.create(secret) : access.unlock(secret),
                    false,
                    firstRun ? "Making the store" : "Opening the store");
        }
    }

    /** Opens the throw-away store with synthetic patients. */
    void demo() {
        if (!isRunning()) {
            run(access.demo(), true, "Preparing the demo");
        }
    }

    /** Asks what runs to stop. */
    void cancel() {
        if (progress != null) {
            progress.cancel();
        }
    }

    boolean isRunning() {
        return state.get() instanceof ViewState.Running<Entry>;
    }

    /** Completes when what was asked for last is shown. */
    CompletableFuture<?> ended() {
        return ended;
    }

    private void run(Job<Services> way, boolean demo, String words) {
        message.set(words);
        fraction.set(-1);
        state.set(new ViewState.Running<>());
        JobProgress watched =
                new JobProgress(
                        ui,
                        report -> {
                            message.set(report.message());
                            fraction.set(report.fraction());
                        });
        progress = watched;
        ended =
                jobs.io(way, watched)
                        .whenCompleteAsync((services, failure) -> end(services, demo, failure), ui);
    }

    private void end(@Nullable Services services, boolean demo, @Nullable Throwable failure) {
        if (services != null) {
            Entry entry = new Entry(services, demo);
            state.set(new ViewState.Loaded<>(entry));
            entered.accept(entry);
        } else {
            state.set(
                    ViewState.after(
                            failure == null ? new IllegalStateException("no way in") : failure));
        }
    }

    private static String text(StringProperty property) {
        String text = property.get();
        return text == null ? "" : text;
    }
}
