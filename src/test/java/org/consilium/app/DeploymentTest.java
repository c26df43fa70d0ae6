package org.consilium.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is served, from the command line: the gate, the waiver, the way back and the stop switch.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeploymentTest {
    private static final int FAILED = 1;
    private static final int BAD_INPUT = 3;

    @TempDir private static Path folder = Path.of("unset");

    private static Terminal clinic = new Terminal(Path.of(""));

    @BeforeAll
    static void tune() throws Exception {
        SampleClinic.makeModel(folder.resolve("models"));
        SampleClinic.makeStore(folder.resolve("home"), 100);
        clinic =
                new Terminal(folder.resolve("home"))
                        .with("CONSILIUM_MODELS", folder.resolve("models").toString());
        done("tune", "--cohort", "clinic", "--name", "ours", "--preset", "quick");
    }

    private static JsonNode done(String... arguments) {
        Terminal.Result result =
                clinic.run(
                        Stream.concat(Arrays.stream(arguments), Stream.of("--json"))
                                .toArray(String[]::new));
        assertThat(result.exit()).as(result.messages()).isZero();
        return result.json();
    }

    private static void refused(int exit, String sentence, String... arguments) {
        Terminal.Result result = clinic.run(arguments);
        assertThat(result.exit()).isEqualTo(exit);
        assertThat(result.messages()).contains(sentence);
    }

    @Test
    @Order(1)
    void aRunSaysWhatItChangedForWhom() {
        JsonNode findings = done("models", "show", "ours").at("/run/findings");

        assertThat(findings.get("reference").asText()).isEqualTo(SampleClinic.MODEL);
        assertThat(
                        findings.at("/change/NDCG_10/mean").isNumber()
                                || findings.at("/change/ndcg_10/mean").isNumber())
                .isTrue();
        assertThat(findings.at("/membership/auc/mean").asDouble()).isBetween(.2, .8);
        assertThat(findings.at("/membership/members").asInt()).isEqualTo(75);
        assertThat(findings.get("moved")).isNotEmpty();
    }

    @Test
    @Order(2)
    void whatWasNotMeasuredHereTakesANameAndAReason() {
        done("pretrain", "--cohort", "clinic", "--name", "network", "--least-items", "3");
        refused(FAILED, "network is held back.", "models", "promote", "network");
        assertThat(done("models", "check", "network").get("blocks")).hasSize(1);
        refused(
                BAD_INPUT,
                "A waiver needs a reason",
                "models",
                "promote",
                "network",
                "--sign",
                "Dr Lee",
                "--reason",
                "ok");
        done(
                "models",
                "promote",
                "network",
                "--sign",
                "Dr Lee",
                "--reason",
                "A trial for one week.");

        JsonNode latest = done("models", "lineage").at("/promotions/0");
        assertThat(latest.at("/waiver/signedBy").asText()).isEqualTo("Dr Lee");
        assertThat(latest.get("findings").asText()).contains("was not measured");
        assertThat(latest.get("before").asText()).isEqualTo(SampleClinic.MODEL);
        done("models", "rollback");
        assertThat(done("models", "lineage").at("/promotions/0/back").asBoolean()).isTrue();
    }

    @Test
    @Order(3)
    void theLineageIsATree() {
        JsonNode roots = done("models", "lineage").get("roots");

        assertThat(roots.findValuesAsText("name")).contains("ours", SampleClinic.MODEL, "network");
        assertThat(roots.get(0).at("/tuned/0/model/name").asText()).isEqualTo("ours");
        assertThat(clinic.run("models", "lineage").out())
                .contains("* " + SampleClinic.MODEL, "    ours");
    }

    @Test
    @Order(4)
    void stoppedRecommendationsAreGivenToNobody() {
        String[] ask = {"recommend", "--cohort", "clinic", "--patient", "p004"};
        assertThat(clinic.run(ask).exit()).isZero();
        done("serving", "stop", "--sign", "Dr Lee", "--reason", "A wrong dose was suggested.");
        refused(FAILED, "Recommendations are stopped by Dr Lee: A wrong dose was suggested.", ask);
        assertThat(done("serving", "status").get("stopped").asBoolean()).isTrue();
        done("serving", "start", "--sign", "Dr Lee", "--reason", "The rule was mended.");
        assertThat(clinic.run(ask).exit()).isZero();
    }
}
