package org.consilium.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCsvTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-5.2",
                "@SUM(A1)",
                "\tx",
                "\rx",
                "=cmd|' /C calc'!A0",
                "-",
                "'=1",
                "''-x"
            })
    void aCellThatWouldRunIsGuardedAndComesBack(String cell) {
        assertThat(FormulaGuard.guarded(cell)).isEqualTo("'" + cell);
        assertThat(FormulaGuard.undone(FormulaGuard.guarded(cell))).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5-2", "'", "''", "'foo", "O'Brien", " =1", "Ødegård", "1e3"})
    void everythingElseIsLeftAlone(String cell) {
        assertThat(FormulaGuard.guarded(cell)).isEqualTo(cell);
        assertThat(FormulaGuard.undone(cell)).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"-5.2,-5.2", "'-5.2,-5.2", "''-foo,'-foo", "'foo,'foo", "+,+"})
    void whatNobodyGuardedIsReadAsWell(String cell, String meant) {
        assertThat(FormulaGuard.undone(cell)).isEqualTo(meant);
    }

    @Test
    void everyCellOfATableIsGuarded() throws IOException {
        StringWriter text = new StringWriter();
        try (SafeCsv table = new SafeCsv(text, List.of("@who", "what", "much"))) {
            table.row(Arrays.asList("a, \"b\"\nc", "-foo", -5.2));
            table.row(Arrays.asList(null, "=1+1", 7));
        }
        List<CSVRecord> rows =
                CSVFormat.RFC4180.parse(new StringReader(text.toString())).getRecords();
        assertThat(rows)
                .extracting(CSVRecord::toList)
                .containsExactly(
                        List.of("'@who", "what", "much"),
                        List.of("a, \"b\"\nc", "'-foo", "'-5.2"),
                        List.of("", "'=1+1", "7"));
    }

    @Test
    void aRowHasACellAColumn() throws IOException {
        try (SafeCsv table = new SafeCsv(new StringWriter(), List.of("a", "b"))) {
            assertThatThrownBy(() -> table.row(List.of("1")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
