package org.consilium.ui.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.ItemKind;
import org.consilium.recommend.Attribution;
import org.consilium.recommend.Recommendation;
import org.consilium.recommend.RecommendationRequest;
import org.consilium.recommend.Role;
import org.consilium.recommend.safety.ItemSafety;
import org.consilium.ui.SampleAdvice;
import org.consilium.ui.SamplePatient;
import org.consilium.ui.recommendation.Why.Bar;
import org.consilium.ui.recommendation.Why.Part;
import org.junit.jupiter.api.Test;

class WhyTest {
    private static Stream<Recommendation> items() {
        return new SampleAdvice()
                        .recommend(
                                new RecommendationRequest(
                                        SamplePatient.COHORT.id(), "p", null, 50, Set.of(), null))
                        .items()
                        .stream();
    }

    @Test
    void whatIsShownAddsUpToTheScore() {
        assertThat(items())
                .hasSize(13)
                .allSatisfy(item -> {
                    for (Why why : List.of(Why.byFact(item), Why.byGroup(item))) {
                        List<Bar> bars = why.bars();
                        Bar sum = bars.getLast();
                        List<Bar> parts = bars.subList(0, bars.size() - 1);
                        assertThat(sum.part()).isEqualTo(Part.SUM);
                        assertThat(sum.value()).isCloseTo(item.score(), within(1e-4));
                        assertThat(parts.stream().mapToLong(Bar::shown).sum())
                                .isEqualTo(sum.shown())
                                .isEqualTo(Math.round(sum.value() * 100));
                    }
                });
    }

    @Test
    void noShownNumberIsOffByAHundredthOrMore() {
        assertThat(items().flatMap(item -> Why.byFact(item).bars().stream()))
                .allSatisfy(
                        bar -> assertThat(bar.shown() / 100.0).isCloseTo(bar.value(), within(.01)));
    }

    @Test
    void theFactsWithoutABarOfTheirOwnAreCounted() {
        Recommendation item = items().findFirst().orElseThrow();
        int facts = item.attributions().size();
        List<Bar> bars = Why.byFact(item).bars();
        assertThat(bars).hasSize(1 + Why.TOP + 1 + 1);
        assertThat(bars.get(1 + Why.TOP).label()).isEqualTo(facts - Why.TOP + " other facts");
        assertThat(bars.get(1).value()).isEqualTo(item.attributions().getFirst().contribution());
    }

    @Test
    void groupsSayHowManyFactsTheyHold() {
        Recommendation item = items().findFirst().orElseThrow();
        assertThat(Why.byGroup(item).bars())
                .extracting(Bar::label)
                .containsExactly(
                        "Starting point",
                        "Problems and allergies",
                        "Results and observations",
                        "Medication and treatment",
                        "Age and sex",
                        "This visit",
                        "Score");
    }

    @Test
    void anItemThatNoFactSpeaksForHasItsStartingPointAsScore() {
        Concept aspirin = new Concept(CodeSystem.RXNORM, "1191", "aspirin");
        Recommendation item =
                new Recommendation(
                        1,
                        ItemKind.MEDICATION,
                        aspirin,
                        .1,
                        -2.2,
                        -2.2,
                        List.of(),
                        ItemSafety.NOTHING);
        assertThat(Why.byFact(item).bars())
                .extracting(Bar::number)
                .containsExactly("\u22122.20", "\u22122.20");
        assertThat(Why.byFact(item).sentences()).isEmpty();
    }

    @Test
    void sentencesSayWhatHowAndOnWhichSide() {
        Concept diabetes =
                new Concept(
                        CodeSystem.SNOMED_CT, "44054006", "Diabetes mellitus type 2 (disorder)");
        Concept a1c =
                new Concept(CodeSystem.LOINC, "4548-4", "Hemoglobin A1c/Hemoglobin.total in Blood");
        LocalDateTime when = LocalDateTime.of(2012, 4, 1, 9, 0);
        Attribution strong = new Attribution(diabetes, Role.CONDITION_ACTIVE, when, null, 1.3);
        Attribution slight = new Attribution(a1c, Role.OBSERVATION_NOW, when, "6 %", -.1);
        assertThat(FactWords.sentence(strong))
                .isEqualTo("Diabetes mellitus type 2 (active since 2012) speaks strongly for it.");
        assertThat(FactWords.sentence(slight))
                .isEqualTo(
                        "Hemoglobin A1c/Hemoglobin.total 6 % (this visit) speaks slightly against it.");
    }
}
