package org.consilium.export.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Timeline;
import org.consilium.clinical.Value;
import org.consilium.export.Charts;
import org.consilium.export.ExportStore;
import org.consilium.export.Loss;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cell by cell what docs/formats/events.md says. */
class EventsWriterTest {
    private static final CSVFormat TABLE =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    @TempDir private Path home = Path.of("unset");
    @TempDir private Path folder = Path.of("unset");
    private ExportStore store;
    private Map<String, Long> losses = Map.of();

    @BeforeEach
    void open() {
        store = new ExportStore(home);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private List<CSVRecord> export(Timeline timeline) throws Exception {
        store.put("ward", List.of(timeline));
        losses = store.export("ward", ExportStore.EVENTS, folder.resolve("out")).losses();
        return rows("events.csv");
    }

    private List<CSVRecord> rows(String file) throws Exception {
        try (CSVParser parser =
                CSVParser.parse(
                        folder.resolve("out").resolve(file), StandardCharsets.UTF_8, TABLE)) {
            return parser.getRecords();
        }
    }

    private static void has(CSVRecord row, Map<String, String> cells) {
        assertThat(row.toMap()).containsAllEntriesOf(cells);
    }

    @Test
    void thePatientStandsInOneRow() throws Exception {
        export(Charts.everything());
        has(
                rows("patients.csv").getFirst(),
                Map.of(
                        "patient_id", "47 11",
                        "family_name", "Ødegård",
                        "given_name", "'=Kari",
                        "sex", "female",
                        "birth_date", "1958-03-09",
                        "death_date", "2021-11-30",
                        "race", "White",
                        "language", "nb-NO",
                        "site", "North/ward 7",
                        "synthetic", "true"));
    }

    @Test
    void aVisitHasItsTypeReasonAndClass() throws Exception {
        has(
                export(Charts.everything()).getFirst(),
                Map.of(
                        "encounter_id", "e1",
                        "start", "2019-04-30T08:10:00",
                        "end", "2019-04-30T08:40:00",
                        "kind", "encounter",
                        "code_system", "SNOMED CT",
                        "code", "44054006",
                        "reason_system", "text",
                        "reason_code", "smoking",
                        "reason_display", "Smoking",
                        "encounter_class", "wellness"));
    }

    @Test
    void anAllergySaysWhatItDoesInWords() throws Exception {
        List<CSVRecord> rows =
                export(
                        Charts.with(
                                Charts.allergy(new Value.Text("= Cough; high risk")),
                                Charts.allergy(new Value.Coded(Charts.NEVER)),
                                Charts.allergy(new Value.Quantity(7, "mg"))));
        assertThat(rows)
                .extracting(row -> row.get("value"))
                .containsExactly("", "'= Cough; high risk", "Never smoked", "");
        assertThat(losses).containsExactly(Map.entry(Loss.VALUE.words(), 2L));
    }

    @Test
    void resultsSayWhatTheyAre() throws Exception {
        List<CSVRecord> rows = export(Charts.everything());
        has(
                rows.get(3),
                Map.of(
                        "kind", "observation",
                        "category", "laboratory",
                        "value", "'-5.2",
                        "value_type", "number",
                        "unit", "mmol/L",
                        "low", "'-2",
                        "high", "2"));
        has(
                rows.get(4),
                Map.of(
                        "value", "Never smoked",
                        "value_type", "code",
                        "value_system", "SNOMED CT",
                        "value_code", "266919005",
                        "unit", ""));
        has(rows.get(5), Map.of("value", "'+ \"two\"\nlines", "value_type", "text"));
    }

    @Test
    void everyKindHasItsWord() throws Exception {
        List<CSVRecord> rows = export(Charts.everything());
        assertThat(rows)
                .extracting(row -> row.get("kind"))
                .containsExactly(
                        "encounter",
                        "condition",
                        "allergy",
                        "observation",
                        "observation",
                        "observation",
                        "medication",
                        "procedure",
                        "careplan",
                        "goal",
                        "immunization");
        has(
                rows.get(8),
                Map.of(
                        "code_system", "HICL",
                        "code", "'=7",
                        "display", "'-foo diet",
                        "end", "2019-05-02T00:00:00",
                        "reason_code", "44054006",
                        "category", "",
                        "value_type", ""));
        assertThat(losses).isEmpty();
    }

    @Test
    void whatCannotBeWrittenIsCounted() throws Exception {
        List<CSVRecord> rows =
                export(
                        Charts.with(
                                Charts.result(Charts.EXCESS, new Value.Quantity(1e300, "mmol/L")),
                                Charts.result(
                                        Charts.EXCESS,
                                        new Value.Quantity(1e20, "mmol/L", 0.0, 1e99)),
                                Charts.result(Charts.EXCESS, new Value.Text("half \uFFFD")),
                                Charts.event(
                                        EventKind.PROCEDURE,
                                        new Concept(CodeSystem.CONSILIUM, "x", "X"),
                                        Charts.AT.minusDays(1),
                                        null)));
        has(rows.get(1), Map.of("value", "1.0E300 mmol/L", "value_type", "text", "unit", ""));
        has(rows.get(2), Map.of("value", "1E+20", "low", "0", "high", ""));
        has(rows.get(3), Map.of("value", "half ?"));
        has(rows.get(4), Map.of("code_system", "urn:consilium", "end", "2019-04-29T08:10:00"));
        assertThat(losses.values()).containsOnly(1L).hasSize(4);
    }
}
