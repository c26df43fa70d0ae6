package org.consilium.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.quality.Records.event;
import static org.consilium.quality.Records.person;
import static org.consilium.quality.Records.record;
import static org.consilium.quality.Records.result;
import static org.consilium.quality.Records.sound;

import java.util.List;
import java.util.stream.IntStream;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.ItemKind;
import org.consilium.clinical.Timeline;
import org.consilium.recommend.ConceptMapping;
import org.consilium.recommend.Fact;
import org.consilium.recommend.Item;
import org.consilium.recommend.Role;
import org.consilium.recommend.Vocabulary;
import org.consilium.tuning.ModelKnowledge;
import org.consilium.tuning.factor.Terms;
import org.junit.jupiter.api.Test;

class CodesTest {
    private static final Timeline ODD =
            record(
                    person("odd"),
                    event(EventKind.CONDITION, Records.COUGH),
                    event(EventKind.PROCEDURE, Records.LOCAL),
                    result(Records.NAMED, null));

    @Test
    void whatNobodyElseCanReadIsToldByItsStanding() {
        QualityReport report = Records.report(sound("a"), ODD);

        assertThat(report.finding(QualityCheck.TEXT_ONLY).found()).isEqualTo(1);
        assertThat(report.finding(QualityCheck.LOCAL_CODE).found()).isEqualTo(1);
        assertThat(report.finding(QualityCheck.UNKNOWN_SYSTEM).found()).isEqualTo(1);
        assertThat(report.unmapped())
                .extracting(UnmappedConcept::standing)
                .containsExactlyInAnyOrder(Standing.TEXT, Standing.LOCAL, Standing.UNKNOWN);
        assertThat(report.unmapped()).allMatch(each -> each.patients().ids().contains("odd"));
        assertThat(report.score().parts().getLast())
                .isEqualTo(new QualityScore.Part(ScoreItem.CODED, 3, 6));
    }

    @Test
    void nothingIsAskedOfTheCodeOfAGoal() {
        Timeline plain = record(person("g"), event(EventKind.CONDITION, Records.ASTHMA));
        Timeline aims =
                record(
                        person("g"),
                        event(EventKind.CONDITION, Records.ASTHMA),
                        event(EventKind.GOAL, Records.COUGH, Records.VISIT.plusYears(90), null),
                        event(EventKind.GOAL, Records.LOCAL));
        QualityReport without = Records.report(List.of(plain), List.of(model()));
        QualityReport with = Records.report(List.of(aims), List.of(model()));

        assertThat(with.models()).isEqualTo(without.models());
        assertThat(with.unmapped()).isEmpty();
        for (QualityCheck check : QualityCheck.values()) {
            assertThat(with.finding(check).found())
                    .as(check.name())
                    .isEqualTo(without.finding(check).found());
        }
        assertThat(with.score().parts().getLast())
                .isEqualTo(new QualityScore.Part(ScoreItem.CODED, 1, 1));
        assertThat(with.codes()).filteredOn(use -> use.kind() == EventKind.GOAL).hasSize(2);
    }

    @Test
    void publishedSystemsAreShared() {
        assertThat(Standing.of(CodeSystem.ICD_10_CM)).isEqualTo(Standing.SHARED);
        assertThat(Standing.of(new CodeSystem("http://terminology.hl7.org/CodeSystem/v3-ActCode")))
                .isEqualTo(Standing.SHARED);
        assertThat(Standing.of(new CodeSystem("urn:oid:1.2.3"))).isEqualTo(Standing.LOCAL);
        assertThat(Standing.of(new CodeSystem("local"))).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void systemsAreCountedForEachKind() {
        QualityReport report = Records.report(sound("a"), sound("b"), ODD);

        assertThat(report.codes())
                .filteredOn(use -> use.kind() == EventKind.CONDITION)
                .containsExactly(
                        new CodeUse(
                                EventKind.CONDITION,
                                CodeSystem.SNOMED_CT,
                                Standing.SHARED,
                                2,
                                1,
                                new PatientList(2, List.of("a", "b"))),
                        new CodeUse(
                                EventKind.CONDITION,
                                CodeSystem.TEXT,
                                Standing.TEXT,
                                1,
                                1,
                                new PatientList(1, List.of("odd"))));
    }

    @Test
    void onlyTheTwentyMostUsedUnmappedConceptsAreListed() {
        Timeline[] all =
                IntStream.rangeClosed(1, 25)
                        .mapToObj(number ->
                                record(
                                        person("p" + number),
                                        IntStream.range(0, number)
                                                .mapToObj(time ->
                                                        event(
                                                                EventKind.CONDITION,
                                                                new Concept(
                                                                        CodeSystem.TEXT,
                                                                        "t" + number,
                                                                        ""),
                                                                Records.VISIT.plusDays(time),
                                                                null))
                                                .toArray(ClinicalEvent[]::new)))
                        .toArray(Timeline[]::new);

        List<UnmappedConcept> unmapped = Records.report(all).unmapped();

        assertThat(unmapped).hasSize(20);
        assertThat(unmapped.getFirst().concept().code()).isEqualTo("t25");
        assertThat(unmapped.getLast().events()).isEqualTo(6);
    }

    private static ModelKnowledge model() {
        return ModelKnowledge.of(
                "base",
                Terms.of(
                        new Vocabulary<>(
                                List.of(
                                        new Fact(Records.ASTHMA, Role.CONDITION_PAST_2Y),
                                        new Fact(Records.GLUCOSE, Role.OBSERVATION_NOW, "high"))),
                        new Vocabulary<>(
                                List.of(new Item(ItemKind.MEDICATION, Records.SALBUTAMOL))),
                        texts -> new float[texts.size() * Terms.TEXT]),
                ConceptMapping.none());
    }

    @Test
    void whatAModelKnowsIsCountedByUseAndByCode() {
        ModelCoverage coverage =
                Records.report(List.of(sound("a"), ODD), List.of(model())).models().getFirst();

        assertThat(coverage.events()).isEqualTo(6);
        assertThat(coverage.known()).isEqualTo(3);
        assertThat(coverage.concepts()).isEqualTo(6);
        assertThat(coverage.conceptsKnown()).isEqualTo(3);
        assertThat(coverage.strangers().ids()).containsExactly("odd");
        assertThat(coverage.kinds())
                .filteredOn(kind -> kind.kind() == EventKind.MEDICATION)
                .singleElement()
                .matches(kind -> kind.suggested() == 1 && kind.patients().count() == 0);
        assertThat(coverage.reading()).startsWith("It knows 50.0% of what is recorded");
    }

    @Test
    void aConceptIsKnownOnlyInTheRoleThatWasLearned() {
        ModelKnowledge model = model();

        assertThat(model.knows(EventKind.CONDITION, Records.ASTHMA)).isTrue();
        assertThat(model.knows(EventKind.ALLERGY, Records.ASTHMA)).isFalse();
        assertThat(model.knows(EventKind.MEDICATION, Records.SALBUTAMOL)).isTrue();
        assertThat(model.suggests(EventKind.CONDITION, Records.ASTHMA)).isFalse();
    }
}
