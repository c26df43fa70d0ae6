package org.consilium.ui.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.quality.QualityReport;
import org.consilium.quality.QualitySection;
import org.consilium.quality.Records;
import org.junit.jupiter.api.Test;

class QualityBarsTest {
    private final QualityReport report = Records.messy();

    @Test
    void whatWasFoundIsABarThatOpensItsPatients() {
        assertThat(QualityBars.found(report, QualitySection.COMPLETENESS))
                .filteredOn(bar -> bar.id().equals("birth_date_missing"))
                .singleElement()
                .matches(QualityBar::opens)
                .returns("2.3%", QualityBar::number)
                .returns("1 of 43 patients", QualityBar::detail)
                .returns("Birth date not known", QualityBar::selection);
        assertThat(QualityBars.none(report, QualitySection.COMPLETENESS))
                .startsWith("None: sex not known, ")
                .endsWith(".")
                .doesNotContain("birth date");
    }

    @Test
    void numbersAgreeWithTheirNouns() {
        assertThat(QualityBars.found(report, QualitySection.DUPLICATES))
                .extracting(QualityBar::detail)
                .containsExactly("1 event \u00b7 1 patient", "2 of 43 patients");
    }

    @Test
    void aPartOfTheScoreOpensWhoLowersIt() {
        assertThat(QualityBars.score(report))
                .filteredOn(bar -> bar.id().equals("score-plausible_dates"))
                .singleElement()
                .matches(QualityBar::opens)
                .returns(QualityBar.Kind.SOUND, QualityBar::kind);
        assertThat(QualityBars.score(report))
                .filteredOn(bar -> bar.id().equals("score-visits"))
                .singleElement()
                .returns(false, QualityBar::opens)
                .returns("100%", QualityBar::number);
    }

    @Test
    void unitsAndUnmappedCodesSayWhatStandsThere() {
        assertThat(QualityBars.units(report))
                .singleElement()
                .returns("Glucose", QualityBar::label)
                .returns("mg/dL 40 \u00b7 no unit 1 \u00b7 mmol/L 1", QualityBar::detail);
        assertThat(QualityBars.unmapped(report))
                .extracting(QualityBar::label)
                .contains("Barking cough", "Ward round");
        assertThat(QualityBars.codes(report))
                .filteredOn(bar -> bar.kind() == QualityBar.Kind.FOUND)
                .extracting(QualityBar::label)
                .contains("Condition \u00b7 text");
    }
}
