package org.consilium.ui.recommendation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.consilium.clinical.EventKind;
import org.consilium.job.JobRunner;
import org.consilium.job.Progress;
import org.consilium.recommend.Attribution;
import org.consilium.recommend.Change;
import org.consilium.recommend.Changeable;
import org.consilium.recommend.Measurable;
import org.consilium.recommend.Recommendation;
import org.consilium.recommend.RecommendationList;
import org.consilium.ui.common.ViewState;
import org.jspecify.annotations.Nullable;

/**
 * Facts that can be supposed to be otherwise, and what the ranking would be then. Age, sex and what
 * is past cannot. For the UI thread only.
 */
final class WhatIfViewModel {
    /** Facts offered: the strongest of the selected item. */
    static final int MOST = 12;

    private static final int FOUND = 6;

    private final RecommendationsViewModel recommendations;
    private final Advice advice;
    private final JobRunner jobs;
    private final Executor ui;
    private final ObservableList<WhatIfFact> facts = FXCollections.observableArrayList();
    private final ObservableList<WhatIfFact> readOnlyFacts =
            FXCollections.unmodifiableObservableList(facts);
    private final ObservableList<Change.With> suggestions = FXCollections.observableArrayList();
    private final ObservableList<Change.With> readOnlySuggestions =
            FXCollections.unmodifiableObservableList(suggestions);
    private final ObservableList<Measurable> results = FXCollections.observableArrayList();
    private final ObservableList<Measurable> readOnlyResults =
            FXCollections.unmodifiableObservableList(results);
    private final ReadOnlyObjectWrapper<String> outcome = new ReadOnlyObjectWrapper<>("");
    private final Map<Object, Change> changes = new LinkedHashMap<>();
    private @Nullable Recommendation subject;
    private long asked;
    private CompletableFuture<?> searching = CompletableFuture.completedFuture(null);

    WhatIfViewModel(
            RecommendationsViewModel recommendations, Advice advice, JobRunner jobs, Executor ui) {
        this.recommendations = recommendations;
        this.advice = advice;
        this.jobs = jobs;
        this.ui = ui;
        recommendations.selectedProperty().addListener((observed, before, now) -> about(now));
        recommendations.stateProperty().addListener((observed, before, now) -> answered(now));
        recommendations
                .changesProperty()
                .addListener((observed, before, now) -> {
                    if (now.isEmpty()) {
                        changes.clear();
                        outcome.set("");
                        subject = null;
                        about(recommendations.selectedProperty().get());
                    }
                });
        about(recommendations.selectedProperty().get());
    }

    /** What can be supposed to be otherwise. */
    ObservableList<WhatIfFact> facts() {
        return readOnlyFacts;
    }

    /** What was found of what could be supposed to be there. */
    ObservableList<Change.With> suggestions() {
        return readOnlySuggestions;
    }

    /** What was found of results that could be supposed to be there. */
    ObservableList<Measurable> results() {
        return readOnlyResults;
    }

    /** What becomes of the item that the facts were offered for; empty without any change. */
    ReadOnlyObjectProperty<String> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    List<Change> changes() {
        return List.copyOf(changes.values());
    }

    CompletableFuture<?> searched() {
        return searching;
    }

    private void about(@Nullable RecommendationRow row) {
        // while something is supposed, the facts on offer stay as they are
        if (!changes.isEmpty() || row == null) {
            return;
        }
        subject = row.recommendation();
        List<WhatIfFact> offered = new ArrayList<>();
        for (Attribution fact : row.recommendation().attributions()) {
            @Nullable EventKind kind = Changeable.kind(fact);
            if (kind != null && offered.size() < MOST) {
                offered.add(new WhatIfFact(fact, kind));
            }
        }
        facts.setAll(offered);
    }

    /** As if it were not there, or as recorded again. */
    void toggle(WhatIfFact fact, boolean there) {
        if (there) {
            changes.remove(fact);
        } else {
            changes.put(fact, new Change.Without(fact.kind(), fact.fact().concept()));
        }
        suppose();
    }

    /** As if the result had been another; as recorded again where it is the recorded one. */
    void measure(WhatIfFact fact, double amount) {
        Double recorded = fact.amount();
        if (recorded != null && recorded == amount) {
            changes.remove(fact);
        } else {
            changes.put(fact, new Change.Measured(fact.fact().concept(), amount));
        }
        suppose();
    }

    /** As if a problem or a medication were there. */
    void add(Change.With with) {
        changes.put(with, with);
        suppose();
    }

    void remove(Change.With with) {
        changes.remove(with);
        suppose();
    }

    /**
     * As if a result were there, recorded before or not.
     *
     * @param amount in its unit; null takes it away again
     */
    void suppose(Measurable result, @Nullable Double amount) {
        if (amount == null) {
            if (changes.remove(result) == null) {
                return;
            }
        } else {
            changes.put(result, new Change.Result(result.concept(), amount, result.unit()));
        }
        suppose();
    }

    /** The record as it is. */
    void reset() {
        changes.clear();
        suppose();
    }

    private void suppose() {
        recommendations.suppose(changes());
        // also where the ranking is the same as before, so that nobody hears of it
        var _ =
                recommendations
                        .answered()
                        .thenRunAsync(() -> answered(recommendations.stateProperty().get()), ui);
    }

    private void answered(ViewState<RecommendationList> state) {
        Recommendation was = subject;
        if (state instanceof ViewState.Loaded<RecommendationList>(var list)
                && was != null
                && !changes.isEmpty()) {
            outcome.set(Moves.sentence(was, list));
        }
    }

    private record Found(List<Change.With> facts, List<Measurable> results) {}

    /** Looks for problems, medications and results by name; the latest words win. */
    void search(String words) {
        long number = ++asked;
        if (words.isBlank()) {
            suggestions.clear();
            results.clear();
            return;
        }
        searching =
                jobs.io(
                                progress ->
                                        new Found(
                                                advice.supposable(words, FOUND),
                                                advice.measurable(words, FOUND)),
                                Progress.NONE)
                        .whenCompleteAsync(
                                (found, failure) -> {
                                    if (number == asked) {
                                        suggestions.setAll(
                                                found == null ? List.of() : found.facts());
                                        results.setAll(found == null ? List.of() : found.results());
                                    }
                                },
                                ui);
    }
}
