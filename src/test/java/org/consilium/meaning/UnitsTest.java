package org.consilium.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Value.Quantity;
import org.consilium.meaning.Conversion.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
    private static Units units = ShippedTables.read().units();

    @BeforeAll
    static void read() throws IOException {
        units = Units.shipped();
    }

    private static Conversion conversion(String loinc, String unit) {
        return units.conversion(new Concept(CodeSystem.LOINC, loinc, "Test"), unit);
    }

    @ParameterizedTest
    @CsvSource({
        "mg/dl, mg/dL",
        "MG/DL, mg/dL",
        "10*3/uL, 10*3/uL",
        "K/uL, 10*3/uL",
        "K/mcL, 10*3/uL",
        "mmHg, mm[Hg]",
        "/min, /min",
        "bpm, /min",
        "deg F, [degF]",
        "&#176;C, Cel",
        "lb, [lb_av]",
        "LBS, [lb_av]",
        "%, %",
        "Units/L, U/L",
        "mL/min/1.73m2, mL/min/{1.73_m2}",
        "umol/kg, umol/kg"
    })
    void unitsAsTheyAreWrittenAreRecognised(String recorded, String ucum) {
        assertThat(units.ucum(recorded)).isEqualTo(ucum);
    }

    @ParameterizedTest
    @CsvSource({"gobbets", "MJ/QQ", "ratio", "MX", "mg//dL", "''"})
    void whatNobodyKnowsIsNoUnit(String recorded) {
        assertThat(units.ucum(recorded)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "8310-5, deg F, 98.6, Cel, 37",
        "29463-7, lb, 150, kg, 68.0388555",
        "8302-2, in, 70, cm, 177.8",
        "8302-2, m, 1.7, cm, 170",
        "718-7, g/L, 132, g/dL, 13.2",
        "6690-2, 10^9/L, 7.4, 10*3/uL, 7.4",
        "6690-2, /uL, 7400, 10*3/uL, 7.4",
        "20570-8, L/L, 0.41, %, 41",
        "8480-6, kPa, 16, mm[Hg], 120.0098",
        "2951-2, mEq/L, 140, mmol/L, 140",
        "3016-3, uIU/mL, 2.5, m[IU]/L, 2.5",
        "2276-4, ug/L, 30, ng/mL, 30"
    })
    void aResultComesIntoTheUnitOfItsKind(
            String loinc, String recorded, double amount, String unit, double kept) {
        Quantity quantity = conversion(loinc, recorded).apply(new Quantity(amount, recorded));
        assertThat(quantity.unit()).isEqualTo(unit);
        assertThat(quantity.amount()).isCloseTo(kept, within(1e-3));
    }

    @Test
    void theReferenceRangeComesAlong() {
        Quantity kept = conversion("8310-5", "F").apply(new Quantity(101.3, "F", 97.7, 99.5));
        assertThat(kept.amount()).isCloseTo(38.5, within(1e-9));
        assertThat(kept.low()).isCloseTo(36.5, within(1e-9));
        assertThat(kept.high()).isCloseTo(37.5, within(1e-9));
    }

    @Test
    void whatIsOnlySpelledAnewKeepsItsNumberToTheBit() {
        Conversion conversion = conversion("2345-7", "MG/DL");
        assertThat(conversion.outcome()).isEqualTo(Outcome.RESPELLED);
        assertThat(conversion.apply(new Quantity(99.1, "MG/DL")))
                .isEqualTo(new Quantity(99.1, "mg/dL"));
    }

    @ParameterizedTest
    @CsvSource({
        "2345-7, mmol/L", // glucose: no molar mass, no conversion
        "4548-4, mmol/mol", // A1c by IFCC is not a hundredth of that by NGSP
        "17861-6, mEq/L", // calcium has two charges
        "33914-3, mL/min", // not for 1.73 square metres
        "3016-3, U/L", // an international unit of hormone is no enzyme unit
        "29463-7, cm",
        "8480-6, %"
    })
    void whatMeasuresSomethingElseStaysAsRecorded(String loinc, String recorded) {
        Conversion conversion = conversion(loinc, recorded);
        assertThat(conversion.outcome()).isEqualTo(Outcome.NOT_COMMENSURABLE);
        Quantity quantity = new Quantity(5, recorded, 4.0, 6.0);
        assertThat(conversion.apply(quantity)).isSameAs(quantity);
    }

    @Test
    void nothingIsDoneWithoutATargetAUnitOrAKnownOne() {
        assertThat(conversion("99999-9", "mg/dL").outcome()).isEqualTo(Outcome.AS_RECORDED);
        assertThat(conversion("2345-7", "").outcome()).isEqualTo(Outcome.AS_RECORDED);
        assertThat(conversion("2345-7", "gobbets").outcome()).isEqualTo(Outcome.UNKNOWN_UNIT);
        Concept own = new Concept(CodeSystem.TEXT, "2345-7", "Glucose");
        assertThat(units.conversion(own, "MG/DL").outcome()).isEqualTo(Outcome.AS_RECORDED);
        assertThat(units.conversion(own, "gobbets").outcome()).isEqualTo(Outcome.UNKNOWN_UNIT);
    }
}
