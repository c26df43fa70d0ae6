package org.consilium.ui.recommendation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.consilium.clinical.Decision;
import org.consilium.clinical.Decision.DeclineReason;
import org.consilium.clinical.Decision.OverrideReason;
import org.consilium.clinical.ItemKind;
import org.consilium.job.Job;
import org.consilium.job.JobRunner;
import org.consilium.job.Progress;
import org.consilium.plan.Choice;
import org.consilium.plan.ReviewService;
import org.consilium.plan.ReviewService.Review;
import org.consilium.recommend.Change;
import org.consilium.recommend.Place;
import org.consilium.recommend.Recommendation;
import org.consilium.recommend.RecommendationList;
import org.consilium.recommend.RecommendationRequest;
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
    private final RowLists lists = new RowLists();
    private final ReviewService reviewing;
    private final ItemViewModel item;
    private final WhatIfViewModel whatIf;
    private final ReadOnlyObjectWrapper<List<Change>> changes =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable RecommendationRow> found =
            new ReadOnlyObjectWrapper<>();
    private @Nullable RecommendationList asRecorded;
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
        this.reviewing =
                new ReviewService((request, item) -> advice.place(request, item).map(Place::item));
        this.jobs = jobs;
        this.ui = ui;
        this.clock = clock;
        this.user = user;
        this.cohortId = cohortId;
        this.patientId = patientId;
        this.item = new ItemViewModel(this, advice, jobs, ui);
        this.whatIf = new WhatIfViewModel(this, advice, jobs, ui);
    }

    /** More about the selected item. */
    ItemViewModel item() {
        return item;
    }

    /** What would change the ranking. */
    WhatIfViewModel whatIf() {
        return whatIf;
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
        return lists.rows();
    }

    /** What is contraindicated, of the kind that is shown, best first. */
    public ObservableList<RecommendationRow> withheld() {
        return lists.withheld();
    }

    /** What is not pushed again because of what was decided before, best first. */
    public ObservableList<RecommendationRow> aside() {
        return lists.aside();
    }

    /** What was accepted, by the decision that put it into the care plan. */
    public ObservableList<Decision> plan() {
        return lists.plan();
    }

    /** What the record is supposed to be like instead; empty for the record as it is. */
    public ReadOnlyObjectProperty<List<Change>> changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** What a question about what is shown is about, on the record as it is; null before a load. */
    @Nullable RecommendationRequest request() {
        RecommendationList list = asRecorded;
        return list == null
                ? null
                : new RecommendationRequest(cohortId, patientId, list.at(), ASKED, Set.of(), null);
    }

    /** The recommendations on the record as it is; null before a load. */
    @Nullable RecommendationList asRecorded() {
        return asRecorded;
    }

    /** Whether it was looked for and is not on the list. */
    boolean isFound(RecommendationRow row) {
        return row.equals(found.get());
    }

    /** Shows an item that was looked for, whether or not it is recommended. */
    void find(Recommendation item) {
        RecommendationList list = asRecorded;
        if (list != null && changes.get().isEmpty()) {
            Review review =
                    reviewing.review(
                            cohortId,
                            new RecommendationList(
                                    list.patient(),
                                    list.at(),
                                    list.model(),
                                    List.of(item),
                                    List.of(),
                                    List.of()),
                            lists.taken());
            RecommendationRow row = Rows.of(review, List.of(item)).getFirst();
            RecommendationRow listed = lists.like(row);
            found.set(listed == null ? row : null);
            selected.set(listed == null ? row : listed);
        }
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
        return lists.count(ofKind);
    }

    /**
     * @param taken all decisions on the patient, in the order they were taken
     */
    private record Answer(Review review, List<Decision> taken) {}

    private Answer answer(RecommendationList list, List<Decision> decisions) {
        return new Answer(reviewing.review(cohortId, list, decisions), decisions);
    }

    /** Asks what to consider at a time; nothing later is looked at. */
    public void load(LocalDateTime at) {
        changes.set(List.of());
        found.set(null);
        state.set(new ViewState.Running<>());
        ask(new RecommendationRequest(cohortId, patientId, at, ASKED, Set.of(), null), false);
    }

    /** Shows the ranking as if the record had been changed so; no decision is taken on it. */
    void suppose(List<Change> wanted) {
        RecommendationList list = asRecorded;
        if (list != null) {
            changes.set(List.copyOf(wanted));
            found.set(null);
            ask(
                    new RecommendationRequest(
                            cohortId, patientId, list.at(), ASKED, Set.of(), null, wanted),
                    true);
        }
    }

    private void ask(RecommendationRequest request, boolean keepSelected) {
        long asked = ++question;
        running.cancel(true);
        CompletableFuture<Answer> answer =
                jobs.io(
                        progress ->
                                answer(
                                        advice.recommend(request),
                                        advice.decisions(cohortId, patientId).reversed()),
                        Progress.NONE);
        running = answer;
        shown =
                answer.whenCompleteAsync(
                        (loaded, failure) -> {
                            if (asked == question) {
                                show(loaded, failure, keepSelected);
                            }
                        },
                        ui);
    }

    private void show(@Nullable Answer loaded, @Nullable Throwable failure, boolean keepSelected) {
        if (loaded == null) {
            lists.clear();
            refresh();
            state.set(
                    ViewState.after(
                            failure == null ? new IllegalStateException("no answer") : failure));
            return;
        }
        if (!keepSelected) {
            selected.set(null);
        }
        if (changes.get().isEmpty()) {
            asRecorded = loaded.review().list();
        }
        take(loaded);
        refresh();
        // last, so that who hears of it finds the rows
        state.set(new ViewState.Loaded<>(loaded.review().list()));
    }

    private void take(Answer answer) {
        lists.take(answer.review(), answer.taken(), changes.get().isEmpty() ? null : asRecorded);
    }

    /** Shows one kind, or all where it is null. */
    public void showKind(@Nullable ItemKind wanted) {
        kind.set(wanted);
        refresh();
    }

    public void select(@Nullable RecommendationRow row) {
        if (row == null || lists.shows(row)) {
            found.set(null);
            selected.set(row);
        }
    }

    /** Records that the selected item was accepted; not of one that is withheld. */
    public void accept() {
        RecommendationRow row = selected.get();
        if (row != null && !row.isWithheld()) {
            decide(Choice.accept());
        }
    }

    /** Records that the selected item was accepted with a change. */
    public void modify(String change, @Nullable String note) {
        RecommendationRow row = selected.get();
        if (row != null && !row.isWithheld() && !change.isBlank()) {
            decide(Choice.modify(change, note));
        }
    }

    /** Records that the selected item, which is withheld, was accepted, and why. */
    public void override(OverrideReason reason, @Nullable String note) {
        RecommendationRow row = selected.get();
        if (row != null && row.isWithheld()) {
            decide(Choice.override(reason, note));
        }
    }

    /** Records that the selected item was declined, and why. */
    public void decline(DeclineReason reason, @Nullable String note) {
        decide(Choice.decline(reason, note));
    }

    /** Records that the selected item is put off until a day. */
    public void snooze(LocalDate until, @Nullable String note) {
        if (state.get() instanceof ViewState.Loaded<RecommendationList>(var list)
                && until.isAfter(list.at().toLocalDate())) {
            decide(Choice.snooze(until, note));
        }
    }

    /** Takes back what was decided on the selected item. */
    public void undo() {
        RecommendationRow row = selected.get();
        if (row != null && row.state() instanceof DecisionState.Decided(var decision)) {
            decide(Choice.undo(decision));
        }
    }

    private void decide(Choice choice) {
        RecommendationRow row = selected.get();
        if (row != null
                && changes.get().isEmpty()
                && !(row.state() instanceof DecisionState.Saving)
                && state.get() instanceof ViewState.Loaded<RecommendationList>(var list)) {
            record(
                    row,
                    list,
                    choice.on(list, row.recommendation(), cohortId, user, clock.instant()));
        }
    }

    private void record(RecommendationRow row, RecommendationList list, Decision decision) {
        Recommendation item = row.recommendation();
        long asked = question;
        DecisionState before =
                row.state() instanceof DecisionState.NotSaved(String sentence, DecisionState saved)
                        ? saved
                        : row.state();
        replace(item, new DecisionState.Saving());
        Job<Answer> recording =
                progress -> {
                    advice.record(decision);
                    return answer(list, advice.decisions(cohortId, patientId).reversed());
                };
        saving =
                jobs.io(recording, Progress.NONE)
                        .whenCompleteAsync(
                                (recorded, failure) -> {
                                    if (asked == question) {
                                        outcome(item, recorded, failure, before);
                                    }
                                },
                                ui);
    }

    private void outcome(
            Recommendation item,
            @Nullable Answer recorded,
            @Nullable Throwable failure,
            DecisionState before) {
        if (recorded == null) {
            Throwable cause = failure == null ? new IllegalStateException("no answer") : failure;
            replace(item, new DecisionState.NotSaved(ViewState.sentence(cause), before));
            return;
        }
        lists.settle(recorded.review(), recorded.taken(), item);
        RecommendationRow looked = found.get();
        if (looked != null && looked.recommendation().equals(item)) {
            find(item);
            return;
        }
        refresh();
    }

    private void replace(Recommendation item, DecisionState now) {
        lists.replace(item, now);
        RecommendationRow looked = found.get();
        if (looked != null && looked.recommendation().equals(item)) {
            found.set(looked.with(now));
        }
        refresh();
    }

    private void refresh() {
        RecommendationRow before = selected.get();
        RecommendationRow chosen = lists.refresh(kind.get(), before);
        RecommendationRow looked = found.get();
        boolean stays = looked != null && before != null && looked.isOfTheSameItem(before);
        selected.set(stays ? looked : chosen);
    }
}
