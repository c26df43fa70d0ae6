package org.consilium.ui.tuning;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.consilium.job.JobRunner;
import org.consilium.job.Progress;
import org.consilium.tuning.card.Disclosure;
import org.consilium.tuning.card.SourceAttribute;
import org.consilium.ui.common.ViewState;
import org.jspecify.annotations.Nullable;

/** One model's source attributes, and the files that are made of it. For the UI thread only. */
final class CardViewModel {
    private final Desk desk;
    private final JobRunner jobs;
    private final Executor ui;
    private final Consumer<String> taken;
    private final ReadOnlyObjectWrapper<@Nullable Disclosure> card = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private String model = "";
    private CompletableFuture<?> pending = CompletableFuture.completedFuture(null);

    /**
     * @param taken told the name of a model that was taken in
     */
    CardViewModel(Desk desk, JobRunner jobs, Executor ui, Consumer<String> taken) {
        this.desk = desk;
        this.jobs = jobs;
        this.ui = ui;
        this.taken = taken;
    }

    /** Null until a card was read. */
    ReadOnlyObjectProperty<@Nullable Disclosure> cardProperty() {
        return card.getReadOnlyProperty();
    }

    /** What was done last, or why it could not be. */
    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    void open(String name) {
        model = name;
        run(() -> desk.studio().card(name), this::show);
    }

    /** Empty words take back what was written. */
    void write(SourceAttribute attribute, String words) {
        String of = model;
        run(
                () -> desk.studio().write(of, attribute, words, desk.user()),
                read -> {
                    show(read);
                    notice.set("Written: " + attribute.label() + ".");
                });
    }

    void savePdf(Path file) {
        save(file, () -> desk.studio().savePdf(model, file));
    }

    void saveJson(Path file) {
        save(file, () -> desk.studio().saveJson(model, file));
    }

    void saveCapsule(Path file) {
        save(file, () -> desk.studio().saveCapsule(model, file));
    }

    /** Writes the model for another installation. */
    void share(Path file) {
        String of = model;
        run(
                () -> desk.studio().share(of, file),
                shared ->
                        notice.set("Saved %s. %s".formatted(file.getFileName(), shared.privacy())));
    }

    /** Takes a model in; it is named after its file. */
    void take(Path file) {
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
        run(
                () -> desk.studio().take(file, name),
                shared -> {
                    notice.set(
                            "%s was taken in, signed by %s. Fine-tune from it to measure it here."
                                    .formatted(shared.model(), shared.fingerprint()));
                    taken.accept(shared.model());
                });
    }

    /** Completes when what was asked for last is shown. */
    CompletableFuture<?> settled() {
        return pending;
    }

    private void show(Disclosure read) {
        if (read.model().equals(model)) {
            card.set(read);
        }
    }

    /** Something that may fail on a disk. */
    private interface Saving {
        void run() throws Exception;
    }

    private void save(Path file, Saving saving) {
        run(
                () -> {
                    saving.run();
                    return file;
                },
                saved -> notice.set("Saved " + saved.getFileName() + "."));
    }

    private <T> void run(Callable<T> work, Consumer<T> show) {
        notice.set("");
        pending =
                jobs.io(progress -> work.call(), Progress.NONE)
                        .whenCompleteAsync(
                                (result, failure) -> {
                                    if (failure == null) {
                                        show.accept(result);
                                    } else {
                                        notice.set(ViewState.sentence(failure));
                                    }
                                },
                                ui);
    }
}
