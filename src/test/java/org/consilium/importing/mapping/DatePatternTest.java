package org.consilium.importing.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatePatternTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dd/MM/yyyy|31/12/2020|2020-12-31T00:00",
                "dd/MM/yyyy|3/4/2020|2020-04-03T00:00",
                "dd/MM/yyyy|03/04/2020 8:05|2020-04-03T08:05",
                "MM/dd/yyyy|03/04/2020 08:05:30|2020-03-04T08:05:30",
                "dd.MM.yyyy|3.4.2020|2020-04-03T00:00",
                "dd-MMM-yyyy|03-APR-2020|2020-04-03T00:00",
                "dd-MMM-yy|03-apr-99|1999-04-03T00:00",
                "yyyyMMdd|20200403|2020-04-03T00:00",
                "dd/MM/yyyy HH:mm|3/4/2020 23:59|2020-04-03T23:59",
                "iso|2020-04|2020-04-01T00:00",
                "iso|2020-04-03T08:05:30Z|2020-04-03T08:05:30"
            })
    void datesAreReadAsThePatternSays(String pattern, String text, String date) {
        assertThat(DatePattern.of(pattern).parse(text)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({
        "dd/MM/yyyy,31/02/2020",
        "dd/MM/yyyy,01/01/0000",
        "dd/MM/yyyy,12/31/2020",
        "dd/MM/yyyy,2020-12-31",
        "dd/MM/yyyy,31/12/20",
        "dd/MM/yyyy,31/12/2020x",
        "yyyyMMdd,202041"
    })
    void whatIsWrittenOtherwiseIsRefusedWithoutRepeatingIt(String pattern, String text) {
        DatePattern read = DatePattern.of(pattern);
        assertThatThrownBy(() -> read.parse(text))
                .isInstanceOf(DateTimeException.class)
                .message()
                .doesNotContain(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dd/MM",
                "nonsense",
                "dd/MM/yyyy or MM/dd/yyyy",
                "QQ dd MM yyyy",
                "ddd'"
            })
    void whatIsNoPatternIsASentence(String pattern) {
        assertThat(DatePattern.problem(pattern)).endsWith(".");
    }

    @Test
    void oneDayAbove12SaysWhichIsTheDay() {
        assertThat(DateGuess.of(List.of("03/04/2020", "25/04/2020")).patterns())
                .containsExactly("dd/MM/yyyy");
        assertThat(DateGuess.of(List.of("03/04/2020", "04/25/2020")).patterns())
                .containsExactly("MM/dd/yyyy");
    }

    @Test
    void withoutOneItIsNotGuessed() {
        assertThat(DateGuess.of(List.of("03/04/2020", "05/06/2020")).patterns())
                .containsExactly("dd/MM/yyyy", "MM/dd/yyyy");
    }

    @Test
    void aFewWrongCellsDoNotHideHowTheRestIsWritten() {
        List<String> cells = new ArrayList<>(Collections.nCopies(99, "2020-01-31"));
        cells.add("unknown");
        assertThat(DateGuess.of(cells).patterns()).containsExactly("iso");
        assertThat(DateGuess.of(List.of("yes", "12345", "2019")).patterns()).isEmpty();
    }
}
