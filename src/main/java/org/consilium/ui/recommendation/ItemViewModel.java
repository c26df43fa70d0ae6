package org.consilium.ui.recommendation;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.job.JobRunner;
import org.consilium.job.Progress;
import org.consilium.recommend.Attribution;
import org.consilium.recommend.CohortEvidence;
import org.consilium.recommend.Item;
import org.consilium.recommend.Place;
import org.consilium.recommend.Recommendation;
import org.consilium.recommend.RecommendationRequest;
import org.consilium.ui.common.JobProgress;
import org.consilium.ui.common.ViewState;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know of the selected item beyond its score: where it stands among all, what is
 * missing, what the cohort says, the events behind its facts; and the search for any other item.
 * For the UI thread only.
 */
final class ItemViewModel {
    private static final int FOUND = 20;

    private final RecommendationsViewModel recommendations;
    private final Advice advice;
    private final JobRunner jobs;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<@Nullable Place> place = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ViewState<CohortEvidence>> cohort =
            new ReadOnlyObjectWrapper<>(new ViewState.Idle<>());
    private final ReadOnlyObjectWrapper<String> progress = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<@Nullable ClinicalEvent> source =
            new ReadOnlyObjectWrapper<>();
    private final ObservableList<Item> found = FXCollections.observableArrayList();
    private final ObservableList<Item> readOnlyFound =
            FXCollections.unmodifiableObservableList(found);
    private final ReadOnlyObjectWrapper<String> searchNote = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<ViewState<List<RuleUse>>> alerts =
            new ReadOnlyObjectWrapper<>(new ViewState.Idle<>());
    private CompletableFuture<?> alertsLoaded = CompletableFuture.completedFuture(null);
    private @Nullable JobProgress looking;
    private @Nullable Item subject;
    private @Nullable Recommendation about;
    private long search;
    private long question;
    private CompletableFuture<?> answered = CompletableFuture.completedFuture(null);
    private CompletableFuture<?> searched = CompletableFuture.completedFuture(null);
    private CompletableFuture<?> looked = CompletableFuture.completedFuture(null);

    ItemViewModel(
            RecommendationsViewModel recommendations, Advice advice, JobRunner jobs, Executor ui) {
        this.recommendations = recommendations;
        this.advice = advice;
        this.jobs = jobs;
        this.ui = ui;
        recommendations.selectedProperty().addListener((observed, before, now) -> about(now));
        about(recommendations.selectedProperty().get());
    }

    /** Where the selected item stands; null while that is not known. */
    ReadOnlyObjectProperty<@Nullable Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** What the cohort says of it, once that was asked for. */
    ReadOnlyObjectProperty<ViewState<CohortEvidence>> cohortProperty() {
        return cohort.getReadOnlyProperty();
    }

    /** How far the cohort is looked through. */
    ReadOnlyObjectProperty<String> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** The event behind the fact that was chosen last; null where there is none. */
    ReadOnlyObjectProperty<@Nullable ClinicalEvent> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    /** What was found. */
    ObservableList<Item> found() {
        return readOnlyFound;
    }

    /** What to say below what was found. */
    ReadOnlyObjectProperty<String> searchNoteProperty() {
        return searchNote.getReadOnlyProperty();
    }

    CompletableFuture<?> answered() {
        return answered;
    }

    CompletableFuture<?> searched() {
        return searched;
    }

    CompletableFuture<?> looked() {
        return looked;
    }

    private void about(@Nullable RecommendationRow row) {
        Item item =
                row == null
                        ? null
                        : new Item(row.recommendation().kind(), row.recommendation().item());
        RecommendationRequest request = recommendations.request();
        boolean supposed = !recommendations.changesProperty().get().isEmpty();
        if (row == null || item == null || request == null || supposed) {
            question++;
            about = null;
            place.set(null);
            return;
        }
        if (row.recommendation().equals(about)) {
            return; // only what was decided on it is another
        }
        about = row.recommendation();
        if (!item.equals(subject)) {
            cancel();
            source.set(null);
            cohort.set(new ViewState.Idle<>());
        }
        subject = item;
        place.set(null);
        long asked = ++question;
        answered =
                jobs.io(progressed -> advice.place(request, item), Progress.NONE)
                        .whenCompleteAsync(
                                (answer, failure) -> {
                                    if (asked == question && answer != null) {
                                        place.set(answer.orElse(null));
                                    }
                                },
                                ui);
    }

    /** Looks through the cohort; can be cancelled. */
    void lookAtCohort() {
        Item item = subject;
        RecommendationRequest request = recommendations.request();
        if (item == null || request == null || cohort.get() instanceof ViewState.Running<?>) {
            return;
        }
        JobProgress watched = new JobProgress(ui, report -> progress.set(words(report)));
        looking = watched;
        progress.set("Looking through the cohort");
        cohort.set(new ViewState.Running<>());
        looked =
                jobs.io(running -> advice.cohortEvidence(request, item, running), watched)
                        .whenCompleteAsync(
                                (answer, failure) -> {
                                    if (watched.equals(looking)) {
                                        show(answer, failure);
                                    }
                                },
                                ui);
    }

    private void show(@Nullable Optional<CohortEvidence> answer, @Nullable Throwable failure) {
        looking = null;
        progress.set("");
        if (answer != null && answer.isPresent()) {
            cohort.set(new ViewState.Loaded<>(answer.get()));
        } else {
            cohort.set(
                    ViewState.after(
                            failure == null ? new IllegalStateException("no answer") : failure));
        }
    }

    void cancel() {
        if (looking != null) {
            looking.cancel();
            looking = null;
            progress.set("");
            cohort.set(new ViewState.Idle<>());
        }
    }

    private static String words(JobProgress.Report report) {
        return report.total() > 0
                ? "Looked at %,d of %,d patients".formatted(report.done(), report.total())
                : report.message();
    }

    /** Asks how often safety rules were overridden. */
    void loadAlerts() {
        alertsLoaded =
                jobs.io(
                                progressed ->
                                        advice.alertUse().stream()
                                                .map(use ->
                                                        new RuleUse(use, advice.rule(use.rule())))
                                                .sorted(RuleUse.MOST_OVERRIDDEN)
                                                .toList(),
                                Progress.NONE)
                        .whenCompleteAsync(
                                (uses, failure) ->
                                        alerts.set(
                                                uses == null
                                                        ? ViewState.after(
                                                                failure == null
                                                                        ? new IllegalStateException(
                                                                                "no answer")
                                                                        : failure)
                                                        : new ViewState.Loaded<>(uses)),
                                ui);
    }

    /** How often safety rules were overridden, once that was asked for. */
    ReadOnlyObjectProperty<ViewState<List<RuleUse>>> alertsProperty() {
        return alerts.getReadOnlyProperty();
    }

    CompletableFuture<?> alertsLoaded() {
        return alertsLoaded;
    }

    /** Looks for the event behind a fact. */
    void showSource(Attribution fact) {
        RecommendationRequest request = recommendations.request();
        if (request != null) {
            source.set(null);
            answered =
                    jobs.io(progressed -> advice.source(request, fact), Progress.NONE)
                            .whenCompleteAsync(
                                    (event, failure) ->
                                            source.set(event == null ? null : event.orElse(null)),
                                    ui);
        }
    }

    /** Looks for items by name; the latest words win. */
    void search(String words) {
        long number = ++search;
        if (words.isBlank()) {
            found.clear();
            searchNote.set("");
            return;
        }
        searched =
                jobs.io(progressed -> advice.items(words, FOUND), Progress.NONE)
                        .whenCompleteAsync(
                                (items, failure) -> {
                                    if (number == search) {
                                        show(words, items == null ? List.of() : items);
                                    }
                                },
                                ui);
    }

    private void show(String words, List<Item> items) {
        found.setAll(items);
        searchNote.set(
                items.isEmpty()
                        ? "The model does not know \u201c%s\u201d: it never saw it started where it was trained, so it can neither recommend it nor speak against it."
                                .formatted(words.strip())
                        : items.size() == FOUND ? "There may be more: add another word." : "");
    }

    /** Shows why an item that was found is recommended, or why it is not. */
    void choose(Item item) {
        RecommendationRequest request = recommendations.request();
        if (request != null) {
            answered =
                    jobs.io(progressed -> advice.place(request, item), Progress.NONE)
                            .whenCompleteAsync(
                                    (answer, failure) -> {
                                        if (answer != null) {
                                            answer.map(Place::item)
                                                    .ifPresent(recommendations::find);
                                        }
                                    },
                                    ui);
        }
    }
}
