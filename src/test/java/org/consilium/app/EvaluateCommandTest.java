package org.consilium.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records from files into an encrypted store, and what evaluate says of them. */
class EvaluateCommandTest {
    private static final String LINE = "evaluate --cohort ward --models popularity,ridge ";

    @TempDir private static Path folder;

    private static Terminal terminal = new Terminal(Path.of(""));

    @BeforeAll
    static void importWard() throws IOException {
        SampleClinic.makeModel(folder.resolve("models"));
        Path records = Files.createDirectories(folder.resolve("records"));
        List<String> patients = new ArrayList<>(List.of("patient_id,birth_date,sex,race,site"));
        List<String> events =
                new ArrayList<>(
                        List.of("patient_id,encounter_id,start,kind,code_system,code,display"));
        for (int patient = 0; patient < 160; patient++) {
            patients.add(
                    "p%d,%d-01-01,F,%s,%s/ward-%d"
                            .formatted(
                                    patient,
                                    1940 + patient % 30,
                                    patient % 5 == 0 ? "Black" : "White",
                                    patient < 60 ? "North" : "South",
                                    patient % 2));
            for (int visit = 0; visit < 3; visit++) {
                int illness = (patient + visit) % 6;
                String start = "p%d,v%d,%d-03-05,".formatted(patient, visit, 2015 + visit);
                events.add(start + "encounter,local,amb,Ambulatory");
                events.add(start + "condition,local,c%d,Illness %d".formatted(illness, illness));
                events.add(start + "medication,local,d%d,Remedy %d".formatted(illness, illness));
            }
        }
        Files.write(records.resolve("patients.csv"), patients);
        Files.write(records.resolve("events.csv"), events);
        terminal =
                new Terminal(folder.resolve("home"))
                        .with("CONSILIUM_MODELS", folder.resolve("models").toString());
        run("init");
        run("import", "--cohort", "ward", "--synthetic", records.toString());
    }

    private static Terminal.Result run(String... arguments) {
        Terminal.Result result = terminal.run(arguments);
        assertThat(result.exit()).as(result.messages()).isZero();
        return result;
    }

    private static JsonNode json(String line) {
        return run((line + " --json").split(" +")).json();
    }

    private static Stream<JsonNode> each(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static List<String> fields(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void jsonKeepsItsShape() {
        JsonNode report = json(LINE + "--train-patients 40 --seeds 2");

        assertThat(report.get("format").asInt()).isEqualTo(1);
        assertThat(fields(report))
                .containsExactly(
                        "format",
                        "cohort",
                        "split",
                        "settings",
                        "rows",
                        "summaries",
                        "groups",
                        "suppressed",
                        "calibration",
                        "beyondAccuracy",
                        "differences",
                        "notes");
        assertThat(fields(report.at("/rows/0")))
                .containsExactly(
                        "model",
                        "size",
                        "trainPatients",
                        "seed",
                        "site",
                        "clinicalItemsOnly",
                        "kind",
                        "visits",
                        "patients",
                        "metrics");
        assertThat(fields(report.at("/summaries/0/metrics")))
                .containsExactlyInAnyOrder(
                        "precision_5",
                        "precision_10",
                        "recall_5",
                        "recall_10",
                        "hit_rate_5",
                        "hit_rate_10",
                        "mrr",
                        "map",
                        "ndcg_5",
                        "ndcg_10");
        assertThat(fields(report.at("/calibration/0")))
                .containsExactly("model", "size", "method", "error", "errorWithin", "bins");
        assertThat(fields(report.at("/beyondAccuracy/0")))
                .containsExactly(
                        "model",
                        "size",
                        "catalogue",
                        "coverage",
                        "gini",
                        "novelty",
                        "macroRecall",
                        "coldItems",
                        "coldNdcg",
                        "coldRecall");
        assertThat(report.toString()).doesNotContain("NaN", "Infinity", "p17");
    }

    @Test
    void summariesAreTheMeansOverTheSeeds() {
        JsonNode report = json(LINE + "--train-patients 40 --seeds 3 --no-recalibration");

        double mean =
                each(report.get("rows"))
                        .filter(row -> row.get("model").asText().equals("ridge"))
                        .filter(row -> row.get("clinicalItemsOnly").asBoolean())
                        .filter(row -> row.get("kind").isNull())
                        .mapToDouble(row -> row.at("/metrics/ndcg_10/mean").asDouble())
                        .average()
                        .orElseThrow();
        JsonNode summary =
                each(report.get("summaries"))
                        .filter(row -> row.get("model").asText().equals("ridge"))
                        .findFirst()
                        .orElseThrow();
        assertThat(summary.at("/metrics/ndcg_10/mean").asDouble()).isCloseTo(mean, within(1e-9));
        assertThat(summary.get("trainPatients").asInt()).isEqualTo(40);
        assertThat(report.get("notes").toString()).contains("3 seeds");
        assertThat(report.get("calibration")).isEmpty();
    }

    @Test
    void smallGroupsAreNamedAndNothingMore() {
        JsonNode report = json(LINE);

        List<String> shown =
                each(report.get("groups")).map(row -> row.at("/group/value").asText()).toList();
        assertThat(shown).contains("white", "female").doesNotContain("black");
        assertThat(each(report.get("groups")).allMatch(row -> row.get("patients").asInt() >= 20))
                .isTrue();
        assertThat(report.get("suppressed").toString())
                .contains("{\"dimension\":\"race\",\"value\":\"black\"}");
        assertThat(run(LINE.split(" +")).out())
                .contains("Race white", "Fewer than 20 patients, not shown:", "Race black");
    }

    @Test
    void everyModelIsComparedWithTheReferenceOnTheSameVisits() {
        JsonNode best = json(LINE).get("differences");
        JsonNode asked = json(LINE + "--reference popularity").get("differences");

        // Illness n is treated by remedy n, so the ridge is the best baseline by far.
        assertThat(each(best).map(row -> row.get("reference").asText())).containsOnly("ridge");
        assertThat(each(asked).map(row -> row.get("model").asText())).containsOnly("ridge");
        double forward = asked.at("/0/metrics/map/mean").asDouble();
        assertThat(forward)
                .isPositive()
                .isCloseTo(-best.at("/0/metrics/map/mean").asDouble(), within(1e-9));
        assertThat(asked.at("/0/metrics/map/low").asDouble()).isPositive();
    }

    @Test
    void aSiteIsTestedOnItsOwnHalfAndLearnsFromWhomItIsTold() {
        JsonNode pooled = json(LINE + "--split site --train-patients 0,10 --no-recalibration");
        JsonNode local = json(LINE + "--split site --learn-from local --no-recalibration");
        JsonNode deep = json(LINE + "--split site --site-depth 2 --no-recalibration");

        assertThat(each(pooled.get("rows")).map(row -> row.get("site").asText()))
                .containsOnly("North", "South");
        assertThat(trained(pooled, "North")).containsOnly(100, 110);
        assertThat(trained(local, "North")).containsOnly(30);
        assertThat(trained(local, "South")).containsOnly(50);
        assertThat(trained(deep, "North/ward-0")).containsOnly(145);
    }

    private static List<Integer> trained(JsonNode report, String site) {
        return each(report.get("rows"))
                .filter(row -> row.get("site").asText().equals(site))
                .map(row -> row.get("trainPatients").asInt())
                .toList();
    }

    @Test
    void byTimeTheLastYearIsTested() {
        JsonNode report = json(LINE + "--split time");

        // A third of the visits are of the last year, and start the last quarter.
        assertThat(report.at("/summaries/0/patients").asInt()).isEqualTo(160);
        assertThat(report.at("/summaries/0/visits").asInt()).isEqualTo(160);
        assertThat(report.get("split").asText()).startsWith("by time");
    }

    @Test
    void recalibrationIsFittedAndMeasured() {
        JsonNode rows = json("evaluate --cohort ward --models base,ridge").get("calibration");

        assertThat(
                        each(rows)
                                .map(row ->
                                        row.get("model").asText()
                                                + " "
                                                + row.get("method").asText()))
                .containsExactly(
                        "base as_is",
                        "base platt",
                        "base isotonic",
                        "ridge platt",
                        "ridge isotonic");
        for (JsonNode row : rows) {
            assertThat(row.at("/error/mean").asDouble()).isBetween(0., 1.);
        }
    }

    @Test
    void theTableFitsATerminalAndHasEverySection() {
        String out = run((LINE + "--seeds 2").split(" +")).out();

        assertThat(out)
                .contains(
                        "Clinical items:",
                        "All items",
                        "By kind",
                        "By group",
                        "Calibration",
                        "Beyond accuracy",
                        "Differences from ridge")
                .doesNotContain("%n", "null", "NaN");
        assertThat(out.lines().skip(3).filter(line -> !line.startsWith("Note")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void outIsTheWholeJsonAndNothingElseIsLeft() throws IOException {
        Path out = Files.createDirectories(folder.resolve("out")).resolve("report.json");
        Files.writeString(out, "an earlier one");

        Terminal.Result table = run((LINE + "--out " + out).split(" +"));

        JsonNode written = new ObjectMapper().readTree(out.toFile());
        assertThat(written).isEqualTo(json(LINE));
        assertThat(table.out()).contains("Clinical items:");
        try (Stream<Path> files = Files.list(out.resolveSibling(""))) {
            assertThat(files).containsExactly(out);
        }
    }

    @Test
    void itemsOfTheBaseModelAreCandidatesOnlyWhereAModelMayKnowThem() {
        JsonNode alone = json(LINE + "--cold 1000");
        JsonNode beside = json("evaluate --cohort ward --models base,ridge --cold 1000");

        // Six remedies; the base model knows others.
        assertThat(alone.at("/beyondAccuracy/0/coldItems").asInt()).isEqualTo(6);
        assertThat(beside.at("/beyondAccuracy/0/coldItems").asInt()).isGreaterThan(6);
        assertThat(beside.at("/beyondAccuracy/0/catalogue").asInt()).isEqualTo(6);
    }
}
