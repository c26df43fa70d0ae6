package org.consilium.ui.patient;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Timeline;
import org.consilium.job.Job;
import org.consilium.job.JobRunner;
import org.consilium.job.Progress;
import org.consilium.meaning.ClinicalTables;
import org.consilium.recommend.RecommendationList;
import org.consilium.ui.common.ViewState;
import org.jspecify.annotations.Nullable;

/** One patient's record and the visit at which it is looked at. For the UI thread only. */
final class PatientViewModel {
    private final Patient patient;
    private final boolean synthetic;
    private final RecordSource source;
    private final ClinicalTables tables;
    private final JobRunner jobs;
    private final Executor ui;
    private final LocalDate today;
    private final ReadOnlyObjectWrapper<ViewState<Timeline>> state =
            new ReadOnlyObjectWrapper<>(new ViewState.Idle<>());
    private final ReadOnlyObjectWrapper<Banner> banner;
    private final ReadOnlyObjectWrapper<List<Visits.Visit>> visits =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<History> history =
            new ReadOnlyObjectWrapper<>(History.EMPTY);
    private final ReadOnlyObjectWrapper<Visits.@Nullable Visit> visit =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Chart> chart = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private CompletableFuture<?> summarising = CompletableFuture.completedFuture(null);
    private CompletableFuture<?> reading = CompletableFuture.completedFuture(null);
    private CompletableFuture<?> looking = CompletableFuture.completedFuture(null);

    /**
     * @param ui runs what changes properties
     * @param today the age in the banner is as of that day
     */
    PatientViewModel(
            Patient patient,
            boolean synthetic,
            RecordSource source,
            ClinicalTables tables,
            JobRunner jobs,
            Executor ui,
            LocalDate today) {
        this.patient = patient;
        this.synthetic = synthetic;
        this.source = source;
        this.tables = tables;
        this.jobs = jobs;
        this.ui = ui;
        this.today = today;
        this.banner = new ReadOnlyObjectWrapper<>(Banner.of(patient, null, today, synthetic));
    }

    ReadOnlyObjectProperty<ViewState<Timeline>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Banner> bannerProperty() {
        return banner.getReadOnlyProperty();
    }

    /** The latest first. */
    ReadOnlyObjectProperty<List<Visits.Visit>> visitsProperty() {
        return visits.getReadOnlyProperty();
    }

    /** The whole record over time. */
    ReadOnlyObjectProperty<History> historyProperty() {
        return history.getReadOnlyProperty();
    }

    /** The visit that is looked at; null until the record is read, or when it has none. */
    ReadOnlyObjectProperty<Visits.@Nullable Visit> visitProperty() {
        return visit.getReadOnlyProperty();
    }

    /** The record as it was known at {@link #visitProperty}. */
    ReadOnlyObjectProperty<@Nullable Chart> chartProperty() {
        return chart.getReadOnlyProperty();
    }

    /** What became of the last summary; empty while there is nothing to say. */
    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /**
     * Writes the one-page summary as of the visit that is looked at.
     *
     * @param advice for that visit; null where it is not known
     */
    void summarise(Path file, @Nullable RecommendationList advice) {
        Chart shown = chart.get();
        if (shown == null) {
            return;
        }
        Banner who = banner.get();
        summarising =
                jobs.io(
                                progress -> {
                                    PatientSummaryFile.write(who, shown, advice, today, file);
                                    return String.valueOf(file.getFileName());
                                },
                                Progress.NONE)
                        .whenCompleteAsync(
                                (name, failure) ->
                                        summary.set(
                                                failure == null
                                                        ? "Written to " + name + "."
                                                        : ViewState.sentence(failure)),
                                ui);
    }

    /** Completes when the last summary is written, or is not. */
    CompletableFuture<?> summarised() {
        return summarising;
    }

    private record Read(
            Timeline timeline, Banner banner, List<Visits.Visit> visits, History history) {}

    /** Reads the record and looks at the latest visit. */
    void load() {
        state.set(new ViewState.Running<>());
        Job<Read> job =
                progress -> {
                    Timeline timeline = source.timeline();
                    return new Read(
                            timeline,
                            Banner.of(patient, timeline, today, synthetic),
                            Visits.of(timeline),
                            History.of(timeline));
                };
        reading = jobs.io(job, Progress.NONE).whenCompleteAsync(this::show, ui);
    }

    private void show(@Nullable Read read, @Nullable Throwable failure) {
        if (read == null) {
            Throwable cause = failure == null ? new IllegalStateException("no record") : failure;
            state.set(ViewState.after(cause));
            return;
        }
        banner.set(read.banner());
        visits.set(read.visits());
        history.set(read.history());
        state.set(new ViewState.Loaded<>(read.timeline()));
        if (!read.visits().isEmpty()) {
            look(read.visits().getFirst());
        } else if (isLookable(lastDay())) {
            look(lastDay());
        }
    }

    /** Looks at the record, and recommends, as of another visit; the latest choice wins. */
    void look(Visits.Visit chosen) {
        if (state.get() instanceof ViewState.Loaded<Timeline>(var timeline)) {
            visit.set(chosen);
            looking =
                    jobs.io(
                                    progress ->
                                            Chart.of(timeline, chosen.encounter(), tables, source),
                                    Progress.NONE)
                            .whenCompleteAsync((made, failure) -> show(chosen, made), ui);
        }
    }

    /** The same, of a visit of the record. */
    void look(Encounter chosen) {
        visits.get().stream()
                .filter(each -> each.encounter().equals(chosen))
                .findFirst()
                .ifPresent(this::look);
    }

    /**
     * Looks at the record, and recommends, as of a day: at its latest visit, else at its end.
     * Nothing happens outside the record.
     */
    void look(LocalDate day) {
        if (isLookable(day)) {
            look(
                    visits.get().stream()
                            .filter(each -> each.day().equals(day))
                            .findFirst()
                            .orElseGet(() -> Visits.Visit.onDay(day)));
        }
    }

    /** Whether a day is neither before the record nor after today. */
    boolean isLookable(LocalDate day) {
        return !history.get().lanes().isEmpty()
                && !day.isBefore(firstDay())
                && !day.isAfter(lastDay());
    }

    /** Of what is recorded. */
    LocalDate firstDay() {
        return LocalDate.ofEpochDay((long) Math.floor(history.get().first()));
    }

    /** Today, or the last day of what is recorded where that is later. */
    LocalDate lastDay() {
        // a history ends the day after the last mark
        LocalDate recorded = LocalDate.ofEpochDay((long) Math.floor(history.get().last()) - 1);
        return recorded.isAfter(today) ? recorded : today;
    }

    /** Whether nothing is recorded after what is looked at. */
    boolean isLatest() {
        Visits.Visit now = visit.get();
        return now == null || later(now) == null;
    }

    /** Moves the date of the advice to the visit before; nothing happens at the first. */
    void earlier() {
        Visits.Visit now = visit.get();
        Visits.Visit before = now == null ? null : earlier(now);
        if (before != null) {
            look(before);
        }
    }

    /** The same to the visit after. */
    void later() {
        Visits.Visit now = visit.get();
        Visits.Visit after = now == null ? null : later(now);
        if (after != null) {
            look(after);
        }
    }

    /** The visit before a visit or day; null where there is none. */
    Visits.@Nullable Visit earlier(Visits.Visit now) {
        int index = visits.get().indexOf(now);
        List<Visits.Visit> all = visits.get();
        if (index >= 0) {
            return index + 1 < all.size() ? all.get(index + 1) : null;
        }
        return all.stream().filter(each -> each.day().isBefore(now.day())).findFirst().orElse(null);
    }

    /** The visit after a visit or day; null where there is none. */
    Visits.@Nullable Visit later(Visits.Visit now) {
        int index = visits.get().indexOf(now);
        List<Visits.Visit> all = visits.get();
        if (index >= 0) {
            return index > 0 ? all.get(index - 1) : null;
        }
        return all.reversed().stream()
                .filter(each -> each.day().isAfter(now.day()))
                .findFirst()
                .orElse(null);
    }

    private void show(Visits.Visit chosen, @Nullable Chart made) {
        if (made != null && chosen.equals(visit.get())) {
            chart.set(made);
        }
    }

    /** Completes when the record is shown. */
    CompletableFuture<?> read() {
        return reading.thenCompose(done -> looking);
    }
}
