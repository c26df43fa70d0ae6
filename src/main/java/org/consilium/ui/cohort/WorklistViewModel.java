package org.consilium.ui.cohort;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.consilium.clinical.PatientSummary;
import org.consilium.job.JobRunner;
import org.consilium.job.Progress;
import org.consilium.ui.common.Counted;
import org.consilium.ui.common.PatientSelection;
import org.consilium.ui.common.ViewState;
import org.jspecify.annotations.Nullable;

/** The patients of a cohort, searched and filtered. For the UI thread only. */
final class WorklistViewModel {
    private final Callable<List<PatientSummary>> patients;
    private final JobRunner jobs;
    private final Executor ui;
    private final LocalDate today;
    private final ReadOnlyObjectWrapper<ViewState<Integer>> state =
            new ReadOnlyObjectWrapper<>(new ViewState.Idle<>());
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable PatientSelection> selection =
            new ReadOnlyObjectWrapper<>();
    private final Set<PatientFilter> filters = EnumSet.noneOf(PatientFilter.class);
    private final ObservableList<PatientRow> all = FXCollections.observableArrayList();
    private final FilteredList<PatientRow> rows = new FilteredList<>(all);
    private CompletableFuture<?> loaded = CompletableFuture.completedFuture(null);

    /**
     * @param ui runs what changes properties
     */
    WorklistViewModel(
            Callable<List<PatientSummary>> patients, JobRunner jobs, Executor ui, LocalDate today) {
        this.patients = patients;
        this.jobs = jobs;
        this.ui = ui;
        this.today = today;
        search.addListener((observed, before, now) -> filter());
    }

    /** How many patients there are, once they are read. */
    ReadOnlyObjectProperty<ViewState<Integer>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Words of which each must be in the name or the identifier. */
    StringProperty searchProperty() {
        return search;
    }

    /** How many are shown of how many. */
    ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** What the search and the filters keep. */
    ObservableList<PatientRow> rows() {
        return rows;
    }

    /** Keeps only what every chosen filter keeps. */
    void choose(PatientFilter filter, boolean chosen) {
        if (chosen) {
            filters.add(filter);
        } else {
            filters.remove(filter);
        }
        filter();
    }

    /** The patients that were asked for elsewhere; null when all may be shown. */
    ReadOnlyObjectProperty<@Nullable PatientSelection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    /**
     * Keeps only these patients.
     *
     * @param some null for everybody
     */
    void select(@Nullable PatientSelection some) {
        selection.set(some);
        filter();
    }

    /** Reads the patients anew; what is shown stays until they are there. */
    void load() {
        if (all.isEmpty()) {
            state.set(new ViewState.Running<>());
        }
        loaded =
                jobs.io(
                                progress ->
                                        patients.call().stream()
                                                .map(each -> PatientRow.of(each, today))
                                                .toList(),
                                Progress.NONE)
                        .whenCompleteAsync(this::show, ui);
    }

    private void show(@Nullable List<PatientRow> read, @Nullable Throwable failure) {
        if (read == null) {
            state.set(
                    ViewState.after(
                            failure == null ? new IllegalStateException("no list") : failure));
            return;
        }
        all.setAll(read);
        filter();
        state.set(new ViewState.Loaded<>(read.size()));
    }

    private void filter() {
        String text = search.get() == null ? "" : search.get().strip().toLowerCase(Locale.ROOT);
        List<String> words = List.of(text.split("[\\s,]+"));
        Set<PatientFilter> chosen = Set.copyOf(filters);
        PatientSelection some = selection.get();
        rows.setPredicate(row ->
                (some == null || some.ids().contains(row.summary().patient().id()))
                        && row.matches(words)
                        && chosen.stream().allMatch(filter -> filter.keeps(row, today)));
        String everybody = Counted.of(all.size(), "patient");
        count.set(
                rows.size() == all.size()
                        ? everybody
                        : "%,d of %s".formatted(rows.size(), everybody));
    }

    /** Completes when what was asked for last is shown. */
    CompletableFuture<?> loaded() {
        return loaded;
    }
}
