package org.consilium.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command on one store; the tests only add models, so that they may share it. */
class CommandsTest {
    private static final int BAD_INPUT = 3;

    @TempDir private static Path folder;

    private static Terminal terminal = new Terminal(Path.of(""));

    @BeforeAll
    static void makeClinic() throws Exception {
        SampleClinic.makeModel(folder.resolve("models"));
        Path home = folder.resolve("home");
        SampleClinic.makeStore(home, 40);
        terminal = new Terminal(home).with("CONSILIUM_MODELS", folder.resolve("models").toString());
    }

    private static JsonNode json(String... arguments) {
        Terminal.Result result = terminal.run(arguments);
        assertThat(result.exit()).as(result.messages()).isZero();
        return result.json();
    }

    private static List<String> texts(JsonNode rows, String field) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.get(field).asText())
                .toList();
    }

    @Test
    void cohortsCountWhatIsThere() {
        JsonNode cohort = json("cohorts", "--json").get(0);

        assertThat(cohort.get("name").asText()).isEqualTo("clinic");
        assertThat(cohort.get("synthetic").asBoolean()).isTrue();
        assertThat(cohort.get("patients").asInt()).isEqualTo(40);
        assertThat(cohort.get("encounters").asInt()).isEqualTo(200);
        assertThat(terminal.run("cohorts").out()).contains("clinic [SYNTHETIC]: 40 patients");
    }

    @Test
    void patientsAreListedWithTheirVisits() {
        JsonNode patients = json("patients", "--cohort", "clinic", "--json");

        assertThat(texts(patients, "id")).hasSize(40).contains("p000", "p039");
        assertThat(patients.get(0).get("encounters").asInt()).isEqualTo(5);
        assertThat(terminal.run("patients", "--cohort", "clinic").out()).contains("Sample7, Ada");
    }

    @Test
    void qualityIsATableJsonAndAPdf() throws IOException {
        Path pdf = folder.resolve("quality.pdf");
        Terminal.Result table =
                terminal.run("quality", "--cohort", "clinic", "--pdf", pdf.toString());
        assertThat(table.exit()).as(table.messages()).isZero();
        assertThat(table.out())
                .contains("clinic [SYNTHETIC]: 40 patients", "Score ", "Race not known")
                .contains("Base model " + SampleClinic.MODEL + ": It knows 100%");
        assertThat(Files.size(pdf)).isPositive();

        JsonNode report = json("quality", "--cohort", "clinic", "--json");
        assertThat(report.get("format").asInt()).isEqualTo(1);
        assertThat(report.get("patients").asInt()).isEqualTo(40);
        assertThat(report.at("/score/points").asDouble()).isBetween(50., 100.);
        assertThat(texts(report.get("models"), "model")).containsExactly(SampleClinic.MODEL);
        assertThat(report.toString()).doesNotContain("p000");
        assertThat(json("quality", "--cohort", "clinic", "--json", "--patients").toString())
                .contains("p000");
    }

    @Test
    void everyRecommendationAddsUp() {
        JsonNode list = json("recommend", "--cohort", "clinic", "--patient", "p004", "--json");

        assertThat(list.get("patient").asText()).isEqualTo("p004");
        assertThat(list.get("model").asText()).isEqualTo(SampleClinic.MODEL);
        assertThat(list.get("items")).isNotEmpty();
        for (JsonNode item : list.get("items")) {
            double sum = item.get("bias").asDouble();
            for (JsonNode share : item.get("attributions")) {
                sum += share.get("contribution").asDouble();
                assertThat(share.get("role").asText()).matches("[a-z0-9_]+");
            }
            assertThat(sum).isCloseTo(item.get("score").asDouble(), within(1e-4));
            assertThat(item.get("probability").asDouble()).isBetween(0., 1.);
            assertThat(item.get("system").asText()).startsWith("http");
        }
    }

    @Test
    void recommendationsSayWhatSpeaksAgainstThemAndWhatWasNotChecked() {
        JsonNode list = json("recommend", "--cohort", "clinic", "--patient", "p004", "--json");

        assertThat(list.get("withheld").isArray()).isTrue();
        assertThat(list.get("notChecked")).isNotEmpty();
        for (JsonNode item : list.get("items")) {
            assertThat(item.get("safety").get("verdict").asText())
                    .isIn("caution", "not_checked", "none");
        }
        assertThat(terminal.run("recommend", "--cohort", "clinic", "--patient", "p004").out())
                .contains("Not checked: ");
        assertThat(json("alerts", "--json")).isEmpty();
        assertThat(terminal.run("alerts").messages())
                .contains("No decision was taken with a safety alert yet.");
    }

    @Test
    void recommendationsKeepToTheDateTheKindAndTheNumberAskedFor() {
        JsonNode list =
                json(
                        "recommend --cohort clinic --patient p004 --at 2019-12-31 --top 2 --kind medication --json"
                                .split(" "));

        assertThat(list.get("at").asText()).startsWith("2019-12-31");
        assertThat(list.get("items")).hasSizeLessThanOrEqualTo(2);
        assertThat(texts(list.get("items"), "kind")).containsOnly("medication");
        assertThat(terminal.run("recommend", "--cohort", "clinic", "--patient", "p004").out())
                .contains("consider", "%");
    }

    @Test
    void tuningMakesAModelThatIsServedOnlyWhenPromoted() {
        JsonNode run =
                json("tune --cohort clinic --transfer full --name mine --seed 3 --json".split(" "));

        assertThat(run.get("name").asText()).isEqualTo("mine");
        assertThat(run.get("provenance").get("seed").asInt()).isEqualTo(3);
        assertThat(texts(run.get("evaluation").get("rows"), "model")).contains("before", "after");
        assertThat(run.get("losses")).isNotEmpty();
        assertThat(served()).isEqualTo(SampleClinic.MODEL);
        assertThat(terminal.run("tune", "--cohort", "clinic", "--name", "mine").exit())
                .isEqualTo(BAD_INPUT);

        assertThat(json("models", "promote", "mine", "--json").get("served").asText())
                .isEqualTo("mine");
        assertThat(served()).isEqualTo("mine");
        assertThat(json("models", "show", "mine", "--json").at("/run/evaluation/rows"))
                .isNotEmpty();
        assertThat(json("models", "card", "mine", "--json").get("card").asText())
                .contains("Model card");
        assertThat(json("models", "rollback", "--json").get("served").asText())
                .isEqualTo(SampleClinic.MODEL);
        assertThat(served()).isEqualTo(SampleClinic.MODEL);
    }

    private static String served() {
        return json("recommend --cohort clinic --patient p001 --top 1 --json".split(" "))
                .get("model")
                .asText();
    }

    @Test
    void anExpertTunesByOptions() {
        Terminal.Result told =
                terminal.run(
                        "tune --cohort clinic --transfer full --name set --epochs 3 --freeze text --schedule one-cycle"
                                .split(" "));

        assertThat(told.exit()).as(told.messages()).isZero();
        assertThat(told.out()).contains("Preset expert. Set by a person.");
        JsonNode run =
                json(
                        "tune --cohort clinic --transfer full --name quick --preset quick --json"
                                .split(" "));
        assertThat(run.at("/recipe/preset").asText()).isEqualTo("quick");
        assertThat(run.at("/recipe/training/epochs").asInt()).isEqualTo(5);
    }

    @Test
    void recipesThatMakeNoSenseAreUsageErrorsInOneSentence() {
        String[][] wrong = {
            {"--epochs 0", "Epochs must be from 1 to 1000, not 0."},
            {"--preset quick --epochs 3", "Only the expert preset takes options of its own"},
            {"--search 0", "--search takes minutes"},
            {"--search 1 --preset quick", "A search compares recipes with the careful one"},
            {"--freeze head,vectors,text", "Every layer is frozen"},
            {"--freeze text --rate text=.5", "The layer text is frozen and has a rate"},
            {"--schedule ramp", "--schedule takes decay or one-cycle, not ramp."},
            {"--find-rate --learning-rate .01", "not both"},
            {"--unfreeze 10", "needs more than 20 epochs"},
        };
        for (String[] each : wrong) {
            Terminal.Result result = terminal.run(("tune --cohort clinic " + each[0]).split(" "));
            assertThat(result.exit()).as(each[0]).isEqualTo(2);
            assertThat(result.messages()).contains(each[1]).doesNotContain("Exception");
        }
    }

    @Test
    void evaluationGivesEveryMetricWithItsInterval() {
        JsonNode report =
                json(
                        "evaluate --cohort clinic --models base,popularity,itemknn --train-patients 10,20 --seeds 2 --json"
                                .split(" "));

        JsonNode rows = report.get("rows");
        assertThat(texts(rows, "model")).contains("base", "popularity", "itemknn");
        assertThat(texts(rows, "seed")).contains("1", "2");
        JsonNode metrics = rows.get(0).get("metrics");
        for (String metric :
                List.of("precision_5", "recall_5", "recall_10", "mrr", "map", "ndcg_10")) {
            assertThat(metrics.get(metric).get("low").asDouble())
                    .as(metric)
                    .isLessThanOrEqualTo(metrics.get(metric).get("high").asDouble());
        }
    }

    @Test
    void whatIsNotThereIsBadInputInOneSentence() {
        for (String line :
                List.of(
                        "patients --cohort nowhere",
                        "quality --cohort nowhere",
                        "recommend --cohort clinic --patient nobody",
                        "recommend --cohort clinic --patient p001 --model nothing",
                        "tune --cohort nowhere",
                        "tune --cohort clinic --base nothing",
                        "evaluate --cohort clinic --models nothing",
                        "evaluate --cohort clinic --split site",
                        "models show nothing",
                        "models card nothing",
                        "models promote nothing")) {
            Terminal.Result result = terminal.run(line.split(" "));

            assertThat(result.exit()).as(line).isEqualTo(BAD_INPUT);
            assertThat(result.out()).as(line).isEmpty();
            assertThat(result.messages().lines().toList().getLast())
                    .as(line)
                    .doesNotContain("Exception", "nobody")
                    .endsWith(".");
        }
    }
}
