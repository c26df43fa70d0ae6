package org.consilium.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcedTableTest {
    private static final String HEADER = "a,source,checked\n1,here,2026-11-25\n";

    @ParameterizedTest
    @ValueSource(strings = {"2,,2026-11-25\n", "2,there,\n", "2,there,yesterday\n", "2,there\n"})
    void aFactWithoutASourceOrADayOfCheckingIsRefused(String row) {
        assertThatThrownBy(() -> SourcedTable.read(new StringReader(HEADER + row), "mine.csv"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("mine.csv, row 2");
    }

    @Test
    void aTableWithoutTheColumnIsRefused() {
        assertThatThrownBy(
                        () -> SourcedTable.read(new StringReader("a,source\n1,here\n"), "mine.csv"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("mine.csv, row 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reference-levels.csv",
                "unit-targets.csv",
                "unit-synonyms.csv",
                "ingredient-names.csv",
                "medicine-words.csv"
            })
    void everyShippedRowNamesItsSourceAndItsDay(String table) throws IOException {
        assertThat(SourcedTable.shipped(table))
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.get("source")).isNotBlank();
                    assertThat(LocalDate.parse(row.get("checked")))
                            .isAfter(LocalDate.of(2026, 11, 1));
                });
    }
}
