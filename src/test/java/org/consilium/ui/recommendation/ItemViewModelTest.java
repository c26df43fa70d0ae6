package org.consilium.ui.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.consilium.clinical.Decision.DeclineReason;
import org.consilium.job.InlineJobRunner;
import org.consilium.job.JobRunner;
import org.consilium.recommend.Attribution;
import org.consilium.recommend.CohortEvidence;
import org.consilium.recommend.Place;
import org.consilium.ui.DeferredJobRunner;
import org.consilium.ui.SampleAdvice;
import org.consilium.ui.SamplePatient;
import org.consilium.ui.common.ViewState;
import org.junit.jupiter.api.Test;

class ItemViewModelTest {
    private final RecommendationsViewModel model = model(new InlineJobRunner());
    private final ItemViewModel item = model.item();

    private static RecommendationsViewModel model(JobRunner jobs) {
        return new RecommendationsViewModel(
                new SampleAdvice(),
                jobs,
                Runnable::run,
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                "amara",
                SamplePatient.COHORT.id(),
                SamplePatient.patient().id());
    }

    @Test
    void theSelectedItemSaysWhereItStands() {
        model.load(SamplePatient.LATEST);
        Place place = item.placeProperty().get();
        assertThat(place).isNotNull();
        assertThat(place.why()).isEqualTo(Place.Why.RANKED);
        assertThat(place.item().rank()).isEqualTo(1);
        assertThat(PlaceWords.place(place).getFirst())
                .isEqualTo(
                        "It ranks 1 of %d that could be considered.".formatted(place.candidates()));
        assertThat(PlaceWords.place(place)).anyMatch(line -> line.startsWith("Most against it: "));
    }

    @Test
    void anImprobableItemIsFoundByNameAndExplained() {
        model.load(SamplePatient.LATEST);
        assertThat(model.rows()).noneMatch(row -> row.name().startsWith("Ibuprofen"));
        item.search("ibuprofen");
        assertThat(item.found()).hasSize(1);
        item.choose(item.found().getFirst());
        RecommendationRow row = model.selectedProperty().get();
        assertThat(row.name()).startsWith("Ibuprofen");
        assertThat(Why.byFact(row.recommendation()).bars()).hasSizeGreaterThan(5);
        assertThat(item.placeProperty().get().item().rank()).isGreaterThan(5);
        // it can be decided on, and stays on screen
        model.decline(DeclineReason.NOT_INDICATED, null);
        assertThat(model.selectedProperty().get().stateWords()).isEqualTo("Declined");
        model.select(model.rows().getFirst());
        assertThat(model.selectedProperty().get().name()).isNotEqualTo(row.name());
    }

    @Test
    void aListedItemThatIsFoundIsTheOneOnTheList() {
        model.load(SamplePatient.LATEST);
        RecommendationRow third = model.rows().get(2);
        item.search(third.recommendation().item().display());
        item.choose(item.found().getFirst());
        assertThat(model.selectedProperty().get()).isEqualTo(third);
    }

    @Test
    void whatTheModelDoesNotKnowIsSaidSo() {
        model.load(SamplePatient.LATEST);
        item.search("unobtainium");
        assertThat(item.found()).isEmpty();
        assertThat(item.searchNoteProperty().get())
                .contains("does not know \u201cunobtainium\u201d", "neither recommend");
        item.search(" ");
        assertThat(item.searchNoteProperty().get()).isEmpty();
    }

    @Test
    void theEventBehindABarIsFound() {
        model.load(SamplePatient.LATEST);
        Attribution a1c =
                model.selectedProperty().get().recommendation().attributions().stream()
                        .filter(fact -> fact.concept().code().equals("4548-4"))
                        .findFirst()
                        .orElseThrow();
        item.showSource(a1c);
        assertThat(item.sourceProperty().get()).isNotNull();
        assertThat(WhyWords.source(item.sourceProperty().get()))
                .isEqualTo("In the record: Hemoglobin A1c/Hemoglobin.total 8.2 %, 11-Feb-2025.");
        model.select(model.rows().get(1));
        assertThat(item.sourceProperty().get()).isNull();
    }

    @Test
    void theCohortIsLookedThroughOnlyWhenAskedAndCanBeStopped() {
        DeferredJobRunner jobs = new DeferredJobRunner();
        RecommendationsViewModel deferred = model(jobs);
        deferred.load(SamplePatient.LATEST);
        jobs.run(0);
        ItemViewModel asked = deferred.item();
        int waiting = jobs.waiting();
        asked.lookAtCohort();
        assertThat(asked.cohortProperty().get()).isInstanceOf(ViewState.Running.class);
        assertThat(jobs.waiting()).isEqualTo(waiting + 1);
        asked.cancel();
        assertThat(asked.cohortProperty().get()).isInstanceOf(ViewState.Idle.class);
        jobs.run(waiting);
        assertThat(asked.cohortProperty().get()).isInstanceOf(ViewState.Idle.class);
    }

    @Test
    void similarPatientsAndSteadinessAreSaidInSentences() {
        model.load(SamplePatient.LATEST);
        item.lookAtCohort();
        assertThat(item.cohortProperty().get())
                .isInstanceOfSatisfying(
                        ViewState.Loaded.class,
                        state -> {
                            var evidence = (CohortEvidence) state.value();
                            assertThat(PlaceWords.similar(evidence))
                                    .contains("This item: 24 of 60, half of them within 12 days.");
                            assertThat(PlaceWords.steadiness(evidence.steadiness()))
                                    .contains("was between 1 and 3 in 9 of 10 draws");
                        });
        model.select(model.rows().get(1));
        assertThat(item.cohortProperty().get()).isInstanceOf(ViewState.Idle.class);
    }

    @Test
    void aRuleThatIsNearlyAlwaysOverriddenComesFirstAndIsMarked() {
        item.loadAlerts();
        assertThat(item.alertsProperty().get())
                .isInstanceOfSatisfying(
                        ViewState.Loaded.class,
                        state -> {
                            List<?> uses = (List<?>) state.value();
                            assertThat(((RuleUse) uses.getFirst()).counts())
                                    .isEqualTo(
                                            "Shown with 52 decisions, overridden 50 (96%). For review: overridden more than 9 times in 10.");
                            assertThat(((RuleUse) uses.getLast()).counts())
                                    .isEqualTo("Shown with 60 decisions, overridden 12 (20%).");
                        });
    }
}
