package org.consilium.ui.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayPickerTest {
    @Test
    void aDayIsTypedAsItIsShownOrAsIso() {
        LocalDate day = LocalDate.of(2014, 9, 3);
        assertThat(DayPicker.parse("03-Sep-2014")).isEqualTo(day);
        assertThat(DayPicker.parse(" 3 sep 2014 ")).isEqualTo(day);
        assertThat(DayPicker.parse("2014-09-03")).isEqualTo(day);
    }

    /** Whether the month comes first depends on who reads it. */
    @Test
    void whatCouldBeTwoDaysIsNone() {
        assertThat(DayPicker.parse("03/09/2014")).isNull();
        assertThat(DayPicker.parse("31-Feb-2014")).isNull();
        assertThat(DayPicker.parse("")).isNull();
    }
}
