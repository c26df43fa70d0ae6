package org.consilium.ui.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.consilium.clinical.NotFoundException;
import org.consilium.clinical.Timeline;
import org.consilium.job.InlineJobRunner;
import org.consilium.job.JobRunner;
import org.consilium.meaning.ShippedTables;
import org.consilium.ui.DeferredJobRunner;
import org.consilium.ui.SamplePatient;
import org.consilium.ui.common.ViewState;
import org.junit.jupiter.api.Test;

class PatientViewModelTest {
    private static PatientViewModel model(RecordSource source, JobRunner jobs) {
        return new PatientViewModel(
                SamplePatient.patient(),
                true,
                source,
                ShippedTables.read(),
                jobs,
                Runnable::run,
                LocalDate.of(2025, 3, 1));
    }

    @Test
    void theNameIsThereBeforeTheRecord() {
        DeferredJobRunner jobs = new DeferredJobRunner();
        PatientViewModel model = model(SamplePatient::timeline, jobs);
        model.load();
        assertThat(model.stateProperty().get()).isInstanceOf(ViewState.Running.class);
        assertThat(model.bannerProperty().get().name()).isEqualTo("OKONKWO-HALE, Miriam");
        assertThat(model.chartProperty().get()).isNull();
    }

    @Test
    void theRecordIsLookedAtAsOfTheLatestVisit() {
        PatientViewModel model = model(SamplePatient::timeline, new InlineJobRunner());
        model.load();
        assertThat(model.stateProperty().get()).isInstanceOf(ViewState.Loaded.class);
        Visits.Visit visit = model.visitProperty().get();
        assertThat(visit).isNotNull().isEqualTo(model.visitsProperty().get().getFirst());
        assertThat(model.bannerProperty().get().allergies()).hasSize(2);
    }

    @Test
    void theLatestChoiceOfAVisitWins() {
        DeferredJobRunner jobs = new DeferredJobRunner();
        PatientViewModel model = model(SamplePatient::timeline, jobs);
        model.load();
        jobs.run(0);
        jobs.run(0);
        List<Visits.Visit> visits = model.visitsProperty().get();
        model.look(visits.get(3));
        model.look(visits.get(5));
        jobs.run(1);
        jobs.run(0);
        Chart chart = model.chartProperty().get();
        assertThat(chart).isNotNull();
        assertThat(chart == null ? null : chart.visit()).isEqualTo(visits.get(5).encounter());
    }

    @Test
    void aDayWithoutAVisitIsLookedAtAtItsEnd() {
        PatientViewModel model = model(SamplePatient::timeline, new InlineJobRunner());
        model.load();
        List<Visits.Visit> visits = model.visitsProperty().get();
        LocalDate between = visits.get(1).day().minusDays(1);
        model.look(between);
        Visits.Visit now = Objects.requireNonNull(model.visitProperty().get());
        assertThat(now.isDay()).isTrue();
        assertThat(now.toString()).contains("no visit on this day");
        Chart chart = Objects.requireNonNull(model.chartProperty().get());
        assertThat(chart.done()).isEmpty();
        assertThat(chart.results())
                .isNotEmpty()
                .allMatch(result -> !result.at().toLocalDate().isAfter(between));
        model.later();
        assertThat(model.visitProperty().get()).isEqualTo(visits.get(1));
        model.look(between);
        model.earlier();
        assertThat(model.visitProperty().get()).isEqualTo(visits.get(2));
    }

    @Test
    void aDayWithAVisitIsThatVisitAndNoDayIsOutsideTheRecord() {
        PatientViewModel model = model(SamplePatient::timeline, new InlineJobRunner());
        model.load();
        Visits.Visit visit = model.visitsProperty().get().get(2);
        model.look(visit.day());
        assertThat(model.visitProperty().get()).isEqualTo(visit);
        model.look(model.firstDay().minusDays(1));
        model.look(model.lastDay().plusDays(1));
        assertThat(model.visitProperty().get()).isEqualTo(visit);
        model.look(model.lastDay());
        assertThat(model.isLatest()).isTrue();
    }

    @Test
    void aRecordWithoutVisitsIsLookedAtAsOfToday() {
        Timeline whole = SamplePatient.timeline();
        Timeline events = new Timeline(whole.patient(), List.of(), whole.events());
        PatientViewModel model = model(() -> events, new InlineJobRunner());
        model.load();
        assertThat(Objects.requireNonNull(model.visitProperty().get()).day())
                .isEqualTo(model.lastDay());
        assertThat(Objects.requireNonNull(model.chartProperty().get()).problems()).isNotEmpty();
    }

    @Test
    void aPatientWithoutVisitsHasARecordAllTheSame() {
        Timeline empty = new Timeline(SamplePatient.patient(), List.of(), List.of());
        PatientViewModel model = model(() -> empty, new InlineJobRunner());
        model.load();
        assertThat(model.stateProperty().get()).isInstanceOf(ViewState.Loaded.class);
        assertThat(model.visitProperty().get()).isNull();
    }

    @Test
    void whatCannotBeReadIsSaid() {
        PatientViewModel model =
                model(
                        () -> {
                            throw new NotFoundException("The cohort has no such patient.");
                        },
                        new InlineJobRunner());
        model.load();
        assertThat(model.stateProperty().get())
                .isEqualTo(new ViewState.Failed<>("The cohort has no such patient."));
    }
}
