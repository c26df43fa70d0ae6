package org.consilium.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.quality.Records.event;
import static org.consilium.quality.Records.glucose;
import static org.consilium.quality.Records.person;
import static org.consilium.quality.Records.record;

import java.time.LocalDate;
import org.consilium.clinical.EventKind;
import org.junit.jupiter.api.Test;

class DuplicatesTest {
    private static final LocalDate BIRTH = LocalDate.of(1970, 1, 2);

    @Test
    void theSameEventTwiceIsOneTooMany() {
        Finding finding =
                Records.report(
                                record(
                                        person("a"),
                                        glucose(90, "mg/dL"),
                                        glucose(90, "mg/dL"),
                                        glucose(90, "mg/dL"),
                                        glucose(91, "mg/dL")),
                                record(person("b"), glucose(90, "mg/dL")))
                        .finding(QualityCheck.REPEATED_EVENT);

        assertThat(finding.found()).isEqualTo(2);
        assertThat(finding.of()).isEqualTo(5);
        assertThat(finding.patients().ids()).containsExactly("a");
    }

    @Test
    void anotherTimeOrKindIsAnotherEvent() {
        QualityReport report =
                Records.report(
                        record(
                                person("a"),
                                event(EventKind.CONDITION, Records.ASTHMA),
                                event(EventKind.PROCEDURE, Records.ASTHMA),
                                event(
                                        EventKind.CONDITION,
                                        Records.ASTHMA,
                                        Records.VISIT.plusDays(1),
                                        null)));

        assertThat(report.finding(QualityCheck.REPEATED_EVENT).found()).isZero();
    }

    @Test
    void whoMayBeOnePersonIsFoundWhateverTheSpelling() {
        Finding finding =
                Records.report(
                                record(person("a", "N\u00fa\u00f1ez-Ortiz", "Jos\u00e9", BIRTH)),
                                record(person("other", "Nunez", "Jose", BIRTH)),
                                record(person("b", "NUNEZ ORTIZ", "Jose", BIRTH)),
                                record(person("c", "nunez ortiz", "JOSE ", BIRTH)))
                        .finding(QualityCheck.SAME_PERSON);

        assertThat(finding.found()).isEqualTo(3);
        assertThat(finding.patients().ids()).containsExactly("a", "b", "c");
    }

    @Test
    void whoseBirthDateIsAnotherOneOrNotKnownIsNobodysDouble() {
        QualityReport report =
                Records.report(
                        record(person("a", "Nunez", "Jose", BIRTH)),
                        record(person("b", "Nunez", "Jose", BIRTH.plusDays(1))),
                        record(person("c", "Nunez", "Jose", null)),
                        record(person("d", "Nunez", "Jose", null)));

        assertThat(report.finding(QualityCheck.SAME_PERSON).found()).isZero();
    }
}
