package org.consilium.ui.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Essential hypertension (disorder)|Essential hypertension",
                "Hyperlipidemia clinical management plan (record artifact)|Hyperlipidemia clinical management plan",
                "Body mass index 30+ - obesity (finding)|Body mass index 30+ - obesity",
                "Fracture (healed)|Fracture (healed)",
                "Influenza  seasonal  injectable|Influenza seasonal injectable",
                "(disorder)|(disorder)"
            })
    void semanticTagsAreNotForPeople(String display, String name) {
        assertThat(Wording.name(new Concept(CodeSystem.SNOMED_CT, "1", display))).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Body mass index (BMI) [Ratio]|Body mass index (BMI)",
                "Glucose [Mass/volume] in Serum or Plasma|Glucose",
                "Glucose [Mass/volume] in Urine by Test strip|Glucose in Urine by Test strip",
                "Leukocytes [#/volume] in Blood by Automated count|Leukocytes"
            })
    void howItWasMeasuredIsNotForPeople(String display, String name) {
        assertThat(Wording.name(new Concept(CodeSystem.LOINC, "1", display))).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"0,<1%", ".009,<1%", ".01,1%", ".456,46%", ".99,99%", ".9999,>99%"})
    void neverAndAlwaysAreNotSaid(double probability, String words) {
        assertThat(Wording.percent(probability)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"1.234,+1.23", "-1.235001,\u22121.24", "0.001,0.00", "-0.001,0.00"})
    void numbersAreSigned(double value, String words) {
        assertThat(Wording.signed(value)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mm[Hg]|mmHg",
                "mL/min/{1.73_m2}|mL/min/1.73 m2",
                "{score}|''",
                "kg/m2|kg/m2",
                "10*3/uL|10*3/uL"
            })
    void unitsAreReadable(String unit, String words) {
        assertThat(Wording.unit(unit)).isEqualTo(words);
    }
}
