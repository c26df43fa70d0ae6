package org.consilium.importing.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.consilium.clinical.Timeline;
import org.consilium.export.ExportStore;
import org.consilium.importing.events.EventsReader;
import org.consilium.importing.hostile.TableForm.Cell;
import org.consilium.importing.omop.OmopReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cells that a spreadsheet would run, from the import to the export. */
class FormulaCellsTest {
    private static final List<String> FORMULAS =
            List.of("=1+1", "+1+1", "-1+1", "@sum(1)", "=cmd|' /c calc'!a0");

    @TempDir private Path home = Path.of("unset");
    @TempDir private Path other = Path.of("unset");
    @TempDir private Path folder = Path.of("unset");

    static Stream<TableForm> forms() {
        return Stream.of(TableForm.OMOP, TableForm.EVENTS, TableForm.MAPPED);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theImportKeepsThemAndTheExportKeepsThemFromRunning(TableForm form) throws Exception {
        StringBuilder table = new StringBuilder(form.good());
        FORMULAS.forEach(formula -> table.append(form.row(Cell.TEXT, formula)));
        List<Timeline> imported;
        try (Trial trial = new Trial(home, List.of(new OmopReader(), new EventsReader()))) {
            HostileCase whole = HostileCase.whole("", form.results(table.toString()));
            trial.check(whole.by(form.mapping()), folder);
            imported = trial.content();
        }
        assertThat(imported.stream().flatMap(each -> each.events().stream()))
                .extracting(event -> event.concept().display())
                .containsAll(FORMULAS);

        Path out = folder.resolve("out");
        try (ExportStore store = new ExportStore(other)) {
            store.put("ward", imported);
            store.export("ward", ExportStore.EVENTS, out);
        }
        String written = Files.readString(out.resolve("events.csv"));
        for (String formula : FORMULAS) {
            assertThat(written).contains(",'" + formula).doesNotContain("," + formula);
        }
    }
}
