package org.consilium.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.quality.Records.event;
import static org.consilium.quality.Records.record;
import static org.consilium.quality.Records.sound;

import java.util.List;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompletenessTest {
    private static final Timeline EMPTY =
            new Timeline(
                    new Patient(
                            "bare",
                            null,
                            null,
                            Sex.UNKNOWN,
                            null,
                            null,
                            "Unknown",
                            null,
                            "ASKU",
                            null),
                    List.of(),
                    List.of());

    @ParameterizedTest
    @EnumSource(
            value = QualityCheck.class,
            names = {
                "BIRTH_DATE_MISSING",
                "SEX_MISSING",
                "RACE_MISSING",
                "ETHNICITY_MISSING",
                "LANGUAGE_MISSING",
                "NO_VISITS",
                "NO_CONDITIONS",
                "NO_MEDICATIONS"
            })
    void whoLacksSomethingIsCountedAndCanBeOpened(QualityCheck check) {
        Finding finding = Records.report(sound("a"), EMPTY, sound("b")).finding(check);

        assertThat(finding.found()).isEqualTo(1);
        assertThat(finding.of()).isEqualTo(3);
        assertThat(finding.patients()).isEqualTo(new PatientList(1, List.of("bare")));
    }

    @Test
    void soundRecordsHaveNothingSaidAgainstThem() {
        QualityReport report = Records.report(sound("a"), sound("b"));

        assertThat(report.findings())
                .hasSize(QualityCheck.values().length)
                .allMatch(finding -> finding.found() == 0 && finding.share() == 0);
        assertThat(report.score().words()).isEqualTo("100");
        assertThat(report.units()).isEmpty();
        assertThat(report.unmapped()).isEmpty();
    }

    @Test
    void anEventWithoutAVisitOrOfAVisitThatIsNotThereIsTold() {
        ClinicalEvent nowhere =
                new ClinicalEvent(
                        EventKind.CONDITION,
                        Category.NONE,
                        Records.ASTHMA,
                        null,
                        Records.VISIT,
                        null,
                        null,
                        null);
        ClinicalEvent elsewhere =
                new ClinicalEvent(
                        EventKind.CONDITION,
                        Category.NONE,
                        Records.COUGH,
                        "gone",
                        Records.VISIT,
                        null,
                        null,
                        null);

        Finding finding =
                Records.report(sound("a"), record(Records.person("b"), nowhere, elsewhere))
                        .finding(QualityCheck.EVENT_WITHOUT_VISIT);

        assertThat(finding.found()).isEqualTo(2);
        assertThat(finding.of()).isEqualTo(5);
        assertThat(finding.patients().ids()).containsExactly("b");
    }

    @Test
    void aCodeThatIsItsOwnNameIsTold() {
        Concept nameless = new Concept(CodeSystem.LOINC, "9999-9", "");
        QualityReport report =
                Records.report(
                        record(
                                Records.person("a"),
                                event(EventKind.CONDITION, nameless),
                                event(EventKind.CONDITION, Records.COUGH)));

        assertThat(report.finding(QualityCheck.CODE_WITHOUT_NAME).found()).isEqualTo(1);
    }
}
