package org.consilium.ui.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.consilium.clinical.Decision;
import org.consilium.clinical.Decision.DeclineReason;
import org.consilium.clinical.Decision.OverrideReason;
import org.consilium.clinical.Decision.Verdict;
import org.consilium.clinical.ItemKind;
import org.consilium.clinical.NotFoundException;
import org.consilium.job.InlineJobRunner;
import org.consilium.job.JobRunner;
import org.consilium.recommend.RecommendationList;
import org.consilium.ui.DeferredJobRunner;
import org.consilium.ui.SampleAdvice;
import org.consilium.ui.SamplePatient;
import org.consilium.ui.common.ViewState;
import org.junit.jupiter.api.Test;

class RecommendationsViewModelTest {
    private static final Instant NOW = Instant.parse("2025-03-01T09:00:00Z");
    private static final LocalDateTime EARLIER = LocalDateTime.of(2020, 3, 8, 10, 0);

    private final SampleAdvice advice = new SampleAdvice();

    private RecommendationsViewModel model(Advice from, JobRunner jobs) {
        return new RecommendationsViewModel(
                from,
                jobs,
                Runnable::run,
                Clock.fixed(NOW, ZoneOffset.UTC),
                "amara",
                SamplePatient.COHORT.id(),
                SamplePatient.patient().id());
    }

    private RecommendationsViewModel loaded() {
        RecommendationsViewModel model = model(advice, new InlineJobRunner());
        model.load(SamplePatient.LATEST);
        return model;
    }

    @Test
    void theBestIsFirstAndChosen() {
        RecommendationsViewModel model = loaded();
        assertThat(model.stateProperty().get()).isInstanceOf(ViewState.Loaded.class);
        assertThat(model.rows())
                .extracting(row -> row.recommendation().rank())
                .isSorted()
                .startsWith(1, 2, 3);
        assertThat(model.selectedProperty().get()).isEqualTo(model.rows().getFirst());
        assertThat(model.rows().getFirst().wording()).startsWith("Consider ");
    }

    @Test
    void improbableOnesAreLeftOutUnlessThereIsLittleElse() {
        RecommendationsViewModel model = loaded();
        assertThat(model.rows())
                .allSatisfy(row ->
                        assertThat(row.recommendation().probability())
                                .isGreaterThanOrEqualTo(Shortlist.IMPROBABLE));
        model.showKind(ItemKind.MEDICATION);
        assertThat(model.rows()).hasSize(5).anyMatch(row -> row.percent().equals("<1%"));
        assertThat(WhyWords.probability(model.rows().getLast().recommendation()))
                .contains("fewer than 1 in 100");
    }

    @Test
    void aKindShowsOnlyItself() {
        RecommendationsViewModel model = loaded();
        model.showKind(ItemKind.CARE_PLAN);
        assertThat(model.rows())
                .hasSize(model.count(ItemKind.CARE_PLAN))
                .extracting(row -> row.recommendation().kind())
                .containsOnly(ItemKind.CARE_PLAN);
        assertThat(model.selectedProperty().get()).isEqualTo(model.rows().getFirst());
    }

    @Test
    void theLatestQuestionWins() {
        DeferredJobRunner jobs = new DeferredJobRunner();
        RecommendationsViewModel model = model(advice, jobs);
        model.load(EARLIER);
        model.load(SamplePatient.LATEST);
        jobs.run(1);
        jobs.run(0);
        assertThat(model.stateProperty().get())
                .isInstanceOfSatisfying(
                        ViewState.Loaded.class,
                        state ->
                                assertThat(((RecommendationList) state.value()).at())
                                        .isEqualTo(SamplePatient.LATEST));
    }

    @Test
    void anAcceptedOneIsSaidToBeSoOnlyOnceItIsOnDisk() throws Exception {
        DeferredJobRunner jobs = new DeferredJobRunner();
        RecommendationsViewModel model = model(advice, jobs);
        model.load(SamplePatient.LATEST);
        jobs.run(0); // what to consider
        jobs.run(0); // where the first stands
        model.accept();
        assertThat(model.rows().getFirst().stateWords()).isEqualTo("Saving");
        assertThat(advice.recorded()).isEmpty();
        jobs.run(0);
        assertThat(model.rows().getFirst().stateWords()).isEqualTo("Accepted");
        Decision decision = advice.recorded().getFirst();
        assertThat(decision.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(decision.decidedBy()).isEqualTo("amara");
        assertThat(decision.decidedAt()).isEqualTo(NOW);
        JsonNode explanation = new ObjectMapper().readTree(decision.explanation());
        double sum = explanation.get("bias").asDouble();
        for (JsonNode share : explanation.get("attributions")) {
            sum += share.get("contribution").asDouble();
        }
        assertThat(sum).isCloseTo(explanation.get("score").asDouble(), within(1e-4));
    }

    @Test
    void aDecisionTwiceWhileSavingIsTakenOnce() {
        DeferredJobRunner jobs = new DeferredJobRunner();
        RecommendationsViewModel model = model(advice, jobs);
        model.load(SamplePatient.LATEST);
        jobs.run(0); // what to consider
        jobs.run(0); // where the first stands
        model.accept();
        model.accept();
        assertThat(jobs.waiting()).isEqualTo(1);
    }

    @Test
    void aDeclinedOneKeepsItsReasonAndNote() {
        RecommendationsViewModel model = loaded();
        model.decline(DeclineReason.CONTRAINDICATED, "  eGFR falling ");
        Decision decision = advice.recorded().getFirst();
        assertThat(decision.reason()).isEqualTo(DeclineReason.CONTRAINDICATED);
        assertThat(decision.note()).isEqualTo("eGFR falling");
        assertThat(WhyWords.outcome(model.rows().getFirst().state()))
                .contains("Declined by amara", "contraindicated", "Recorded.");
    }

    @Test
    void whatCouldNotBeRecordedIsSaidAndCanBeTriedAgain() {
        RecommendationsViewModel model = loaded();
        advice.refuse("The disk is full: free some space and try again.");
        model.accept();
        RecommendationRow row = model.rows().getFirst();
        assertThat(row.stateWords()).isEqualTo("Not recorded");
        assertThat(WhyWords.outcome(row.state())).contains("not recorded", "The disk is full");
        advice.refuse(null);
        model.accept();
        assertThat(model.rows().getFirst().stateWords()).isEqualTo("Accepted");
        assertThat(advice.recorded()).hasSize(1);
    }

    private RecommendationsViewModel at(LocalDateTime time) {
        RecommendationsViewModel model = model(advice, new InlineJobRunner());
        model.load(time);
        return model;
    }

    private static RecommendationRow row(List<RecommendationRow> rows, RecommendationRow like) {
        return rows.stream()
                .filter(row -> row.recommendation().item().equals(like.recommendation().item()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void decisionsAreThereAgainTheNextTime() {
        loaded().accept();
        assertThat(loaded().rows().getFirst().stateWords()).isEqualTo("Accepted");
        // nothing decided later is known at an earlier visit
        assertThat(at(EARLIER).rows()).allMatch(row -> row.stateWords().isEmpty());
        assertThat(at(EARLIER).plan()).isEmpty();
    }

    @Test
    void whatIsAcceptedIsInTheCarePlanAndNotPushedAgainForHalfAYear() {
        RecommendationsViewModel model = loaded();
        RecommendationRow first = model.rows().getFirst();
        model.accept();
        assertThat(model.plan())
                .extracting(Decision::item)
                .containsExactly(first.recommendation().item());
        RecommendationsViewModel soon = at(SamplePatient.LATEST.plusDays(179));
        assertThat(soon.rows()).noneMatch(row -> row.name().equals(first.name()));
        assertThat(row(soon.aside(), first).stateWords()).startsWith("In the plan since ");
        assertThat(soon.plan()).hasSize(1);
        RecommendationsViewModel later = at(SamplePatient.LATEST.plusDays(181));
        assertThat(row(later.rows(), first).stateWords()).startsWith("In the plan since ");
    }

    @Test
    void aChangedOneKeepsWhatItWasChangedTo() {
        RecommendationsViewModel model = loaded();
        model.modify("  ", null);
        assertThat(advice.recorded()).isEmpty();
        model.modify(" half the dose ", "frail");
        Decision decision = advice.recorded().getFirst();
        assertThat(decision.verdict()).isEqualTo(Verdict.MODIFIED);
        assertThat(decision.change()).isEqualTo("half the dose");
        assertThat(decision.note()).isEqualTo("frail");
        assertThat(WhyWords.outcome(model.rows().getFirst().state()))
                .startsWith("Accepted with a change by amara")
                .contains("half the dose", "Recorded. It is in the care plan.");
        assertThat(model.plan()).containsExactly(decision);
    }

    @Test
    void whatIsPutOffComesBackOnItsDay() {
        RecommendationsViewModel model = loaded();
        RecommendationRow first = model.rows().getFirst();
        LocalDate visit = SamplePatient.LATEST.toLocalDate();
        model.snooze(visit, null);
        assertThat(advice.recorded()).isEmpty();
        model.snooze(visit.plusDays(30), null);
        assertThat(model.rows().getFirst().stateWords()).startsWith("Put off until ");
        RecommendationsViewModel before = at(SamplePatient.LATEST.plusDays(29));
        assertThat(before.rows()).noneMatch(row -> row.name().equals(first.name()));
        assertThat(row(before.aside(), first).stateWords()).startsWith("Put off until ");
        RecommendationsViewModel after = at(SamplePatient.LATEST.plusDays(30));
        assertThat(row(after.rows(), first).stateWords()).isEqualTo("Was put off until now");
    }

    @Test
    void whatWasDeclinedIsSetAsideAtLaterVisitsWithTheReasonAndTheThreshold() {
        RecommendationsViewModel model = loaded();
        RecommendationRow first = model.rows().getFirst();
        model.decline(DeclineReason.NOT_INDICATED, null);
        RecommendationsViewModel later = at(SamplePatient.LATEST.plusDays(1));
        assertThat(later.rows()).noneMatch(row -> row.name().equals(first.name()));
        RecommendationRow aside = row(later.aside(), first);
        assertThat(aside.stateWords()).startsWith("Declined ");
        assertThat(EarlierWords.story(aside.earlier()))
                .contains("amara declined it on", "not indicated", "not shown again", "doubled");
        // it can be decided on all the same
        later.select(aside);
        later.accept();
        assertThat(row(later.rows(), first).stateWords()).isEqualTo("Accepted");
        assertThat(later.aside()).isEmpty();
    }

    @Test
    void whatIsTakenBackLeavesWhatStoodBefore() {
        RecommendationsViewModel model = loaded();
        model.accept();
        model.decline(DeclineReason.OTHER, null);
        assertThat(model.plan()).isEmpty();
        model.undo();
        assertThat(model.rows().getFirst().stateWords()).isEqualTo("Accepted");
        assertThat(model.plan()).hasSize(1);
        model.undo();
        assertThat(model.rows().getFirst().state()).isEqualTo(DecisionState.OPEN);
        assertThat(model.plan()).isEmpty();
        model.undo();
        assertThat(advice.recorded())
                .extracting(Decision::verdict)
                .containsExactly(
                        Verdict.ACCEPTED, Verdict.DECLINED, Verdict.UNDONE, Verdict.UNDONE);
        assertThat(loaded().rows().getFirst().state()).isEqualTo(DecisionState.OPEN);
    }

    @Test
    void whatWasDecidedAtAnEarlierVisitIsTakenBackThere() {
        RecommendationsViewModel model = loaded();
        RecommendationRow first = model.rows().getFirst();
        model.decline(DeclineReason.NOT_INDICATED, null);
        RecommendationsViewModel later = at(SamplePatient.LATEST.plusDays(1));
        later.select(row(later.aside(), first));
        later.undo();
        assertThat(row(later.rows(), first).state()).isEqualTo(DecisionState.OPEN);
        assertThat(loaded().rows().getFirst().state()).isEqualTo(DecisionState.OPEN);
    }

    @Test
    void aDecisionThatFailsLeavesTheOthersAlone() {
        RecommendationsViewModel model = loaded();
        advice.refuse("The disk is full.");
        model.accept();
        advice.refuse(null);
        model.select(model.rows().get(1));
        model.accept();
        assertThat(model.rows().getFirst().stateWords()).isEqualTo("Not recorded");
        assertThat(model.rows().get(1).stateWords()).isEqualTo("Accepted");
    }

    @Test
    void whatIsContraindicatedIsWithheldWithItsReasonAndNotAcceptedJustSo() {
        RecommendationsViewModel model = loaded();
        assertThat(model.rows()).noneMatch(RecommendationRow::isWithheld);
        RecommendationRow amoxicillin = model.withheld().getFirst();
        assertThat(amoxicillin.spoken())
                .startsWith("Withheld: Amoxicillin 500 MG Oral Tablet. Contraindicated:")
                .contains("has an allergy on record: Allergy to amoxicillin", "undecided");
        model.select(amoxicillin);
        model.accept();
        assertThat(advice.recorded()).isEmpty();
        model.override(OverrideReason.RECORD_OUTDATED, " tested in 2024 ");
        Decision decision = advice.recorded().getFirst();
        assertThat(decision.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(decision.override()).isEqualTo(OverrideReason.RECORD_OUTDATED);
        assertThat(decision.note()).isEqualTo("tested in 2024");
        assertThat(decision.alerts()).contains("al-same-ingredient", "al-penicillins");
        assertThat(decision.explanation())
                .contains("has an allergy on record: Allergy to amoxicillin");
        assertThat(model.withheld().getFirst().stateWords()).isEqualTo("Overridden");
        assertThat(WhyWords.outcome(model.withheld().getFirst().state()))
                .contains("Accepted all the same by amara", "record is out of date");
    }

    @Test
    void whatIsNotWithheldCannotBeOverridden() {
        RecommendationsViewModel model = loaded();
        model.override(OverrideReason.OTHER, null);
        assertThat(advice.recorded()).isEmpty();
    }

    @Test
    void aKindFiltersWhatIsWithheldToo() {
        RecommendationsViewModel model = loaded();
        model.showKind(ItemKind.CARE_PLAN);
        assertThat(model.withheld()).isEmpty();
        model.showKind(ItemKind.MEDICATION);
        assertThat(model.withheld()).hasSize(1);
    }

    @Test
    void aFailureIsOneSentence() {
        advice.fail(new NotFoundException("No base model is installed."));
        RecommendationsViewModel model = model(advice, new InlineJobRunner());
        model.load(SamplePatient.LATEST);
        assertThat(model.stateProperty().get())
                .isEqualTo(new ViewState.Failed<>("No base model is installed."));
        assertThat(model.rows()).isEmpty();
        model.accept();
    }
}
