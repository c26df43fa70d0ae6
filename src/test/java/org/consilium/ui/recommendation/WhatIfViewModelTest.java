package org.consilium.ui.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.job.InlineJobRunner;
import org.consilium.recommend.Attribution;
import org.consilium.recommend.Change;
import org.consilium.recommend.Measurable;
import org.consilium.recommend.Role;
import org.consilium.ui.SampleAdvice;
import org.consilium.ui.SamplePatient;
import org.junit.jupiter.api.Test;

class WhatIfViewModelTest {
    private final SampleAdvice advice = new SampleAdvice();
    private final RecommendationsViewModel model =
            new RecommendationsViewModel(
                    advice,
                    new InlineJobRunner(),
                    Runnable::run,
                    Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                    "amara",
                    SamplePatient.COHORT.id(),
                    SamplePatient.patient().id());
    private final WhatIfViewModel whatIf = model.whatIf();

    private WhatIfFact loaded() {
        model.load(SamplePatient.LATEST);
        return whatIf.facts().getFirst();
    }

    @Test
    void onlyWhatCanChangeIsOffered() {
        loaded();
        assertThat(whatIf.facts())
                .hasSizeBetween(5, WhatIfViewModel.MOST)
                .extracting(fact -> fact.fact().role())
                .doesNotContain(
                        Role.DEMOGRAPHIC,
                        Role.ENCOUNTER,
                        Role.ALLERGY,
                        Role.CONDITION_PAST_OLDER,
                        Role.TREATMENT_PAST_2Y);
    }

    @Test
    void withoutAFactTheRankingMovesAndComesBack() {
        WhatIfFact fact = loaded();
        List<RecommendationRow> before = List.copyOf(model.rows());
        RecommendationRow selected = model.selectedProperty().get();
        whatIf.toggle(fact, false);
        RecommendationRow after = model.selectedProperty().get();
        assertThat(after.isOfTheSameItem(selected)).isTrue();
        assertThat(after.recommendation().attributions())
                .extracting(Attribution::concept)
                .doesNotContain(fact.fact().concept());
        assertThat(after.recommendation().score()).isNotEqualTo(selected.recommendation().score());
        assertThat(model.rows()).allMatch(row -> !row.stateWords().isEmpty());
        assertThat(whatIf.outcomeProperty().get()).startsWith("It would ");
        whatIf.toggle(fact, true);
        assertThat(model.rows()).isEqualTo(before);
        assertThat(whatIf.outcomeProperty().get()).isEmpty();
    }

    @Test
    void theSupposedScoreIsTheSumOfItsSharesToo() {
        WhatIfFact fact = loaded();
        whatIf.toggle(fact, false);
        assertThat(model.rows())
                .allSatisfy(row -> {
                    double sum =
                            row.recommendation().bias()
                                    + row.recommendation().attributions().stream()
                                            .mapToDouble(Attribution::contribution)
                                            .sum();
                    assertThat(sum).isCloseTo(row.recommendation().score(), within(1e-4));
                });
    }

    @Test
    void nothingIsDecidedOnWhatIsSupposed() {
        whatIf.toggle(loaded(), false);
        model.accept();
        model.undo();
        assertThat(advice.recorded()).isEmpty();
        whatIf.reset();
        model.accept();
        assertThat(advice.recorded()).hasSize(1);
        assertThat(advice.recorded().getFirst().explanation())
                .contains("\"score\":" + model.rows().getFirst().recommendation().score());
    }

    @Test
    void aNumberCanBeAnother() {
        loaded();
        WhatIfFact result =
                whatIf.facts().stream()
                        .filter(fact -> fact.amount() != null)
                        .findFirst()
                        .orElseThrow();
        double recorded = Objects.requireNonNull(result.amount());
        whatIf.measure(result, recorded * 2);
        assertThat(whatIf.changes())
                .containsExactly(new Change.Measured(result.fact().concept(), recorded * 2));
        assertThat(model.selectedProperty().get().recommendation().attributions())
                .filteredOn(fact -> fact.concept().equals(result.fact().concept()))
                .extracting(Attribution::value)
                .doesNotContain(result.fact().value());
        whatIf.measure(result, recorded);
        assertThat(whatIf.changes()).isEmpty();
    }

    @Test
    void whatIsSupposedlyTakenIsNotRecommendedAndSafetyIsCheckedAgain() {
        loaded();
        Change.With amlodipine =
                new Change.With(
                        EventKind.MEDICATION,
                        new Concept(CodeSystem.RXNORM, "308136", "amlodipine 2.5 MG Oral Tablet"));
        assertThat(model.rows()).anyMatch(row -> row.name().startsWith("amlodipine"));
        whatIf.add(amlodipine);
        assertThat(model.rows()).noneMatch(row -> row.name().startsWith("amlodipine"));
        assertThat(model.withheld())
                .extracting(RecommendationRow::stateWords)
                .contains("Withheld as before");
        whatIf.remove(amlodipine);
        assertThat(model.rows()).anyMatch(row -> row.name().startsWith("amlodipine"));
    }

    @Test
    void aResultThatWasNeverRecordedCanBeSupposed() {
        loaded();
        whatIf.search("a1c");
        Measurable result = whatIf.results().getFirst();
        whatIf.suppose(result, 9.4);
        assertThat(whatIf.changes()).containsExactly(new Change.Result(result.concept(), 9.4, "%"));
        assertThat(whatIf.outcomeProperty().get()).startsWith("It would ");
        whatIf.suppose(result, null);
        assertThat(whatIf.changes()).isEmpty();
        assertThat(whatIf.outcomeProperty().get()).isEmpty();
    }

    @Test
    void anotherVisitStartsFromItsRecord() {
        whatIf.toggle(loaded(), false);
        model.load(SamplePatient.LATEST);
        assertThat(model.changesProperty().get()).isEmpty();
        assertThat(whatIf.changes()).isEmpty();
        assertThat(model.rows()).allMatch(row -> row.moved().isEmpty());
    }

    @Test
    void whatIsTypedIsANumberOrNone() {
        assertThat(WhatIfNumbers.parse(" 7,5 ")).isEqualTo(7.5);
        assertThat(WhatIfNumbers.parse("1e9")).isNull();
        assertThat(WhatIfNumbers.parse("")).isNull();
        assertThat(WhatIfNumbers.plain(120)).isEqualTo("120");
    }
}
