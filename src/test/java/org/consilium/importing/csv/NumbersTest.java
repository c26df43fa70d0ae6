package org.consilium.importing.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({"7,7", "-5.2,-5.2", "+.5,.5", "1.,1", "1e3,1000", "2E-3,.002", "0,0", "0e99,0"})
    void numbers(String text, double number) {
        assertThat(Numbers.parse(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "e5",
                "1e",
                "1d",
                "1f",
                "0x10",
                "NaN",
                "Infinity",
                "1,5",
                "1 000",
                ">7",
                "1e31",
                "1e-31",
                "1e-999",
                "1e999",
                "1..2",
                "1.2.3",
                "١",
                "00000000000000000000000000000000000000001"
            })
    void anythingElseIsNone(String text) {
        assertThat(Numbers.parse(text)).isNull();
    }
}
