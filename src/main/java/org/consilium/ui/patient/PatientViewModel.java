package org.consilium.ui.patient;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Timeline;
import org.consilium.job.Job;
import org.consilium.job.JobRunner;
import org.consilium.job.Progress;
import org.consilium.meaning.ClinicalTables;
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
    private final ReadOnlyObjectWrapper<Visits.@Nullable Visit> visit =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Chart> chart = new ReadOnlyObjectWrapper<>();
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

    /** The visit that is looked at; null until the record is read, or when it has none. */
    ReadOnlyObjectProperty<Visits.@Nullable Visit> visitProperty() {
        return visit.getReadOnlyProperty();
    }

    /** The record as it was known at {@link #visitProperty}. */
    ReadOnlyObjectProperty<@Nullable Chart> chartProperty() {
        return chart.getReadOnlyProperty();
    }

    private record Read(Timeline timeline, Banner banner, List<Visits.Visit> visits) {}

    /** Reads the record and looks at the latest visit. */
    void load() {
        state.set(new ViewState.Running<>());
        Job<Read> job =
                progress -> {
                    Timeline timeline = source.timeline();
                    return new Read(
                            timeline,
                            Banner.of(patient, timeline, today, synthetic),
                            Visits.of(timeline));
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
        state.set(new ViewState.Loaded<>(read.timeline()));
        if (!read.visits().isEmpty()) {
            look(read.visits().getFirst());
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
