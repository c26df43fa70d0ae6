package org.consilium.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.quality.Records.glucose;
import static org.consilium.quality.Records.person;
import static org.consilium.quality.Records.record;
import static org.consilium.quality.Records.result;

import java.io.IOException;
import java.util.List;
import org.consilium.clinical.Value;
import org.consilium.meaning.Units;
import org.junit.jupiter.api.Test;

class UnitsTest {
    @Test
    void numbersInAnotherUnitThanTheUsualOneAreToldWithTheirPatients() {
        QualityReport report =
                Records.report(
                        record(person("first"), glucose(5, "mmol/L")),
                        record(person("b"), glucose(90, "mg/dL"), glucose(91, " mg/dL")),
                        record(person("c"), glucose(92, "mg/dL"), glucose(93, "")));

        UnitUse use = report.units().getFirst();
        assertThat(use.concept()).isEqualTo(Records.GLUCOSE);
        assertThat(use.numbers()).isEqualTo(5);
        assertThat(use.withUnit()).isEqualTo(4);
        assertThat(use.units())
                .containsExactly(
                        new UnitUse.Count("mg/dL", 3),
                        new UnitUse.Count("", 1),
                        new UnitUse.Count("mmol/L", 1));
        assertThat(use.unusual()).isEqualTo(2);
        assertThat(use.patients().ids()).containsExactlyInAnyOrder("first", "c");
        Finding finding = report.finding(QualityCheck.UNUSUAL_UNIT);
        assertThat(finding.found()).isEqualTo(2);
        assertThat(finding.of()).isEqualTo(5);
        assertThat(finding.patients().count()).isEqualTo(2);
    }

    @Test
    void unitsThatCanBeReadAsOneAreNoFinding() {
        Assessment assessment =
                new Assessment(Records.cohort(1), (first, second) -> true, List.of());
        assessment.take(record(person("a"), glucose(5, "mmol/L"), glucose(90, "mg/dL")));

        QualityReport report = assessment.report(Records.IMPORTED);

        assertThat(report.finding(QualityCheck.UNUSUAL_UNIT).found()).isZero();
        assertThat(report.units()).isEmpty();
        assertThat(report.tests()).isEqualTo(1);
    }

    @Test
    void spellingsOfOneUnitAreReadAsOne() throws IOException {
        UnitComparison ucum = UnitComparison.ucum(Units.shipped());

        assertThat(ucum.interchangeable("mg/dL", "mg/dl")).isTrue();
        assertThat(ucum.interchangeable("mg/dL", "mmol/L")).isFalse();
        assertThat(ucum.interchangeable("mg/dL", "")).isFalse();
        assertThat(ucum.interchangeable("no such unit", "no such unit ")).isTrue();
    }

    @Test
    void aTestThatNeverHasAUnitIsToldButDoesNotLowerTheScore() {
        QualityReport report = Records.report(record(person("a"), glucose(7, ""), glucose(8, "")));

        assertThat(report.finding(QualityCheck.NUMBER_WITHOUT_UNIT).found()).isEqualTo(2);
        assertThat(report.units()).singleElement().matches(use -> use.unusual() == 0);
        assertThat(report.score().parts())
                .filteredOn(part -> part.item() == ScoreItem.UNITS)
                .singleElement()
                .matches(part -> part.share() == 1);
    }

    @Test
    void aResultWithoutAValueIsTold() {
        QualityReport report =
                Records.report(
                        record(
                                person("a"),
                                result(Records.GLUCOSE, null),
                                result(Records.GLUCOSE, new Value.Text(" ")),
                                result(Records.GLUCOSE, new Value.Text("positive")),
                                result(Records.GLUCOSE, new Value.Coded(Records.ASTHMA))));

        Finding finding = report.finding(QualityCheck.RESULT_WITHOUT_VALUE);
        assertThat(finding.found()).isEqualTo(2);
        assertThat(finding.of()).isEqualTo(4);
        assertThat(report.finding(QualityCheck.NUMBER_WITHOUT_UNIT).of()).isZero();
    }
}
