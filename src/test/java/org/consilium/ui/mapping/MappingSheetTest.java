package org.consilium.ui.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.consilium.importing.mapping.CellSource;
import org.consilium.importing.mapping.TableMapping;
import org.consilium.importing.mapping.VisitColumns;
import org.junit.jupiter.api.Test;

class MappingSheetTest {
    private static final TableMapping NOTHING =
            new TableMapping(null, false, null, null, false, null, null, null, null, null, null);

    private static ColumnChoice choice(String column, ColumnRole role, String detail) {
        ColumnChoice choice = new ColumnChoice(column, List.of());
        choice.is(role, detail);
        return choice;
    }

    private static List<ColumnChoice> longForm() {
        return List.of(
                choice("pid", ColumnRole.PATIENT_ID, ""),
                choice("sex", ColumnRole.SEX, "1=male, 2=female"),
                choice("when", ColumnRole.DATE, "dd/MM/yyyy"),
                choice("dx", ColumnRole.CODE, "ICD-10-CM"),
                choice("text", ColumnRole.DISPLAY, ""),
                choice("note", ColumnRole.UNUSED, ""));
    }

    @Test
    void aRowIsAnEntryOfTheKindThatWasChosen() {
        TableMapping table =
                new MappingSheet(NOTHING, longForm()).mapping("condition", true, false);
        assertThat(table.patient().id()).isEqualTo("pid");
        assertThat(table.patient().sex())
                .isEqualTo(CellSource.column("sex", Map.of("1", "male", "2", "female")));
        assertThat(table.dates()).containsExactly(Map.entry("when", "dd/MM/yyyy"));
        assertThat(table.visit().by()).isEqualTo(VisitColumns.By.DAY);
        assertThat(table.events()).hasSize(1);
        assertThat(table.events().getFirst().kind()).isEqualTo(CellSource.fixed("condition"));
        assertThat(table.events().getFirst().system()).isEqualTo(CellSource.fixed("ICD-10-CM"));
        assertThat(table.columns()).doesNotContain("note");
    }

    @Test
    void columnsOfTheirOwnAreEntriesOfTheirOwn() {
        List<ColumnChoice> wide =
                List.of(
                        choice("id", ColumnRole.PATIENT_ID, ""),
                        choice("day", ColumnRole.DATE, ""),
                        choice("sbp", ColumnRole.RESULT, "mmHg"),
                        choice("diabetes", ColumnRole.PROBLEM_FLAG, "ja"),
                        choice("drug", ColumnRole.MEDICATION_NAME, ""));
        TableMapping table = new MappingSheet(NOTHING, wide).mapping(null, false, true);
        assertThat(table.events()).hasSize(3);
        assertThat(table.events().get(0).unit()).isEqualTo(CellSource.fixed("mmHg"));
        assertThat(table.events().get(1).presentWords()).containsExactly("ja");
        assertThat(table.events().get(2).display()).isEqualTo(CellSource.column("drug"));
        assertThat(table.decimalComma()).isTrue();
    }

    @Test
    void whatWasChosenReadsBackTheSame() {
        List<List<ColumnChoice>> sheets =
                List.of(
                        longForm(),
                        List.of(
                                choice("id", ColumnRole.PATIENT_ID, ""),
                                choice("visit", ColumnRole.VISIT_ID, ""),
                                choice("day", ColumnRole.DATE, "yyyyMMdd"),
                                choice("sbp", ColumnRole.RESULT, "mmHg"),
                                choice("dx1", ColumnRole.PROBLEM_NAME, "ICD-9-CM"),
                                choice("smoker", ColumnRole.PROBLEM_FLAG, "1, ja"),
                                choice("op", ColumnRole.PROCEDURE_NAME, "")));
        for (List<ColumnChoice> chosen : sheets) {
            TableMapping table =
                    new MappingSheet(NOTHING, chosen).mapping("condition", false, false);
            List<ColumnChoice> read =
                    chosen.stream()
                            .map(each -> new ColumnChoice(each.column(), List.of()))
                            .toList();
            RoleReading.into(table, read);
            assertThat(read.stream().flatMap(MappingSheetTest::said))
                    .containsExactlyElementsOf(
                            chosen.stream().flatMap(MappingSheetTest::said).toList());
        }
    }

    private static Stream<String> said(ColumnChoice choice) {
        return Stream.of(choice.column(), choice.role().name(), choice.detail());
    }
}
