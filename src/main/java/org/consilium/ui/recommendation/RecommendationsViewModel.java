package org.consilium.ui.recommendation;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.consilium.clinical.Decision;
import org.consilium.clinical.Decision.DeclineReason;
import org.consilium.clinical.Decision.OverrideReason;
import org.consilium.clinical.Decision.Verdict;
import org.consilium.clinical.ItemKind;
import org.consilium.job.Job;
import org.consilium.job.JobRunner;
import org.consilium.job.Progress;
import org.consilium.recommend.Recommendation;
import org.consilium.recommend.RecommendationList;
import org.consilium.recommend.RecommendationRequest;
import org.consilium.recommend.safety.SafetyFinding;
import org.consilium.ui.common.ViewState;
import org.jspecify.annotations.Nullable;

/**
 * What to consider for one patient at one time, and the person's decisions on it. The latest
 * question wins: an answer to an earlier one is dropped. For the UI thread only.
 */
public final class RecommendationsViewModel {
    /** Asked for; what is shown of them is chosen by kind and probability. */
    static final int ASKED = 80;

    private final Advice advice;
    private final JobRunner jobs;
    private final Executor ui;
    private final Clock clock;
    private final String user;
    private final long cohortId;
    private final String patientId;
    private final ReadOnlyObjectWrapper<ViewState<RecommendationList>> state =
            new ReadOnlyObjectWrapper<>(new ViewState.Idle<>());
    private final ReadOnlyObjectWrapper<@Nullable ItemKind> kind = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable RecommendationRow> selected =
            new ReadOnlyObjectWrapper<>();
    private final ObservableList<RecommendationRow> rows = FXCollections.observableArrayList();
    private final ObservableList<RecommendationRow> readOnlyRows =
            FXCollections.unmodifiableObservableList(rows);
    private final ObservableList<RecommendationRow> withheldRows =
            FXCollections.observableArrayList();
    private final ObservableList<RecommendationRow> readOnlyWithheld =
            FXCollections.unmodifiableObservableList(withheldRows);
    private List<RecommendationRow> all = List.of();
    private List<RecommendationRow> withheld = List.of();
    private long question;
    private CompletableFuture<?> running = CompletableFuture.completedFuture(null);
    private CompletableFuture<?> shown = CompletableFuture.completedFuture(null);
    private CompletableFuture<?> saving = CompletableFuture.completedFuture(null);

    /**
     * @param ui runs what changes properties
     * @param user who decides
     */
    public RecommendationsViewModel(
            Advice advice,
            JobRunner jobs,
            Executor ui,
            Clock clock,
            String user,
            long cohortId,
            String patientId) {
        this.advice = advice;
        this.jobs = jobs;
        this.ui = ui;
        this.clock = clock;
        this.user = user;
        this.cohortId = cohortId;
        this.patientId = patientId;
    }

    public ReadOnlyObjectProperty<ViewState<RecommendationList>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Null while all kinds are shown. */
    public ReadOnlyObjectProperty<@Nullable ItemKind> kindProperty() {
        return kind.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable RecommendationRow> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** What is shown, best first. */
    public ObservableList<RecommendationRow> rows() {
        return readOnlyRows;
    }

    /** What is contraindicated, of the kind that is shown, best first. */
    public ObservableList<RecommendationRow> withheld() {
        return readOnlyWithheld;
    }

    /** Completes when the answer to the last question is shown. */
    CompletableFuture<?> answered() {
        return shown;
    }

    /** Completes when the last decision is on disk and shown, or is not. */
    CompletableFuture<?> saved() {
        return saving;
    }

    /** How many there are to show of a kind; of all where it is null. */
    public int count(@Nullable ItemKind ofKind) {
        return Shortlist.of(all, ofKind).size();
    }

    private record Answer(RecommendationList list, List<Decision> decisions) {}

    /** Asks what to consider at a time; nothing later is looked at. */
    public void load(LocalDateTime at) {
        long asked = ++question;
        running.cancel(true);
        state.set(new ViewState.Running<>());
        RecommendationRequest request =
                new RecommendationRequest(cohortId, patientId, at, ASKED, Set.of(), null);
        CompletableFuture<Answer> answer =
                jobs.io(
                        progress ->
                                new Answer(
                                        advice.recommend(request),
                                        advice.decisions(cohortId, patientId)),
                        Progress.NONE);
        running = answer;
        shown =
                answer.whenCompleteAsync(
                        (loaded, failure) -> {
                            if (asked == question) {
                                show(loaded, failure);
                            }
                        },
                        ui);
    }

    private void show(@Nullable Answer loaded, @Nullable Throwable failure) {
        if (loaded == null) {
            all = List.of();
            withheld = List.of();
            refresh();
            state.set(
                    ViewState.after(
                            failure == null ? new IllegalStateException("no answer") : failure));
            return;
        }
        all = rows(loaded, loaded.list().items());
        withheld = rows(loaded, loaded.list().withheld());
        selected.set(null);
        refresh();
        // last, so that who hears of it finds the rows
        state.set(new ViewState.Loaded<>(loaded.list()));
    }

    private static List<RecommendationRow> rows(Answer loaded, List<Recommendation> items) {
        return items.stream()
                .map(item -> new RecommendationRow(item, decided(loaded, item)))
                .toList();
    }

    private static DecisionState decided(Answer loaded, Recommendation item) {
        return loaded.decisions().stream()
                .filter(decision ->
                        decision.at().equals(loaded.list().at())
                                && decision.kind() == item.kind()
                                && decision.item().equals(item.item()))
                .findFirst()
                .<DecisionState>map(DecisionState.Decided::new)
                .orElse(DecisionState.OPEN);
    }

    /** Shows one kind, or all where it is null. */
    public void showKind(@Nullable ItemKind wanted) {
        kind.set(wanted);
        refresh();
    }

    public void select(@Nullable RecommendationRow row) {
        if (row == null || rows.contains(row) || withheldRows.contains(row)) {
            selected.set(row);
        }
    }

    /** Records that the selected item was accepted; not of one that is withheld. */
    public void accept() {
        RecommendationRow row = selected.get();
        if (row != null && !row.isWithheld()) {
            decide(Verdict.ACCEPTED, null, null, null);
        }
    }

    /** Records that the selected item, which is withheld, was accepted, and why. */
    public void override(OverrideReason reason, @Nullable String note) {
        RecommendationRow row = selected.get();
        if (row != null && row.isWithheld()) {
            decide(Verdict.ACCEPTED, null, reason, note);
        }
    }

    /** Records that the selected item was declined, and why. */
    public void decline(DeclineReason reason, @Nullable String note) {
        decide(Verdict.DECLINED, reason, null, note);
    }

    private void decide(
            Verdict verdict,
            @Nullable DeclineReason reason,
            @Nullable OverrideReason override,
            @Nullable String note) {
        RecommendationRow row = selected.get();
        if (row == null
                || row.state() instanceof DecisionState.Saving
                || !(state.get() instanceof ViewState.Loaded<RecommendationList>(var list))) {
            return;
        }
        Recommendation item = row.recommendation();
        Decision decision =
                new Decision(
                        cohortId,
                        patientId,
                        list.at(),
                        list.model(),
                        item.kind(),
                        item.item(),
                        verdict,
                        reason,
                        note == null || note.isBlank() ? null : note.strip(),
                        Explanation.of(list, item),
                        user,
                        clock.instant(),
                        item.safety().findings().stream().map(SafetyFinding::rule).toList(),
                        override);
        record(row, decision);
    }

    private void record(RecommendationRow row, Decision decision) {
        Recommendation item = row.recommendation();
        DecisionState before =
                row.state() instanceof DecisionState.NotSaved(String sentence, DecisionState saved)
                        ? saved
                        : row.state();
        replace(item, new DecisionState.Saving());
        Job<Decision> recording =
                progress -> {
                    advice.record(decision);
                    return decision;
                };
        saving =
                jobs.io(recording, Progress.NONE)
                        .whenCompleteAsync(
                                (recorded, failure) ->
                                        replace(item, outcome(decision, failure, before)),
                                ui);
    }

    private static DecisionState outcome(
            Decision decision, @Nullable Throwable failure, DecisionState before) {
        return failure == null
                ? new DecisionState.Decided(decision)
                : new DecisionState.NotSaved(ViewState.sentence(failure), before);
    }

    /** Does nothing when other items are shown by now: the store tells when they come back. */
    private void replace(Recommendation item, DecisionState now) {
        all = replaced(all, item, now);
        withheld = replaced(withheld, item, now);
        refresh();
    }

    private static List<RecommendationRow> replaced(
            List<RecommendationRow> rows, Recommendation item, DecisionState now) {
        return rows.stream()
                .map(row -> row.recommendation().equals(item) ? row.with(now) : row)
                .toList();
    }

    private void refresh() {
        RecommendationRow before = selected.get();
        List<RecommendationRow> now = Shortlist.of(all, kind.get());
        List<RecommendationRow> held =
                withheld.stream()
                        .filter(row ->
                                kind.get() == null || row.recommendation().kind() == kind.get())
                        .toList();
        show(now, rows);
        show(held, withheldRows);
        selected.set(
                Stream.concat(now.stream(), held.stream())
                        .filter(row -> before != null && row.isSameItem(before))
                        .findFirst()
                        .orElse(
                                Stream.concat(now.stream(), held.stream())
                                        .findFirst()
                                        .orElse(null)));
    }

    /** Changes only what is different, so that lists keep their place. */
    private static void show(List<RecommendationRow> now, ObservableList<RecommendationRow> shown) {
        boolean same =
                now.size() == shown.size()
                        && IntStream.range(0, now.size())
                                .allMatch(i -> now.get(i).isSameItem(shown.get(i)));
        if (!same) {
            shown.setAll(now);
            return;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!shown.get(i).state().equals(now.get(i).state())) {
                shown.set(i, now.get(i));
            }
        }
    }
}
