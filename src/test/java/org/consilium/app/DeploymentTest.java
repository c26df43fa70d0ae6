package org.consilium.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.consilium.tuning.card.SourceAttribute;
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

    @Test
    @Order(5)
    void theCardHas31AttributesAndPeopleWriteTheirs() throws Exception {
        JsonNode card = done("card", "ours");
        assertThat(card.get("attributes")).hasSize(31);
        assertThat(words(card, "1-i")).isEqualTo("not provided");
        assertThat(words(card, "7-i")).startsWith("NDCG@10 over clinical items");
        assertThat(words(card, "4-iii")).contains("sex female 52%");

        done("card", "ours", "--attribute", "1-i", "--words", "Valley clinic", "--sign", "Dr Lee");
        Path pdf = folder.resolve("card.pdf");
        Path json = folder.resolve("card.json");
        done("card", "ours", "--pdf", pdf.toString(), "--out", json.toString());

        JsonNode saved = new ObjectMapper().readTree(json.toFile());
        assertThat(words(saved, "1-i")).isEqualTo("Valley clinic");
        assertThat(saved.get("synthetic").asBoolean()).isTrue();
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Valley clinic", "by Dr Lee", "SYNTHETIC DATA", "9-ii")
                    .doesNotContain("Sample4", "p004");
        }
        done("card", "ours", "--attribute", "1-i", "--words", "");
        assertThat(words(done("card", "ours"), "1-i")).isEqualTo("not provided");
    }

    private static String words(JsonNode card, String paragraph) {
        for (JsonNode each : card.get("attributes")) {
            String attribute = each.get("attribute").asText();
            if (SourceAttribute.of(attribute).orElseThrow().paragraph().equals(paragraph)) {
                return each.get("words").asText();
            }
        }
        return "";
    }

    @Test
    @Order(6)
    void aModelIsMadeAgainBitByBit() throws Exception {
        Path capsule = folder.resolve("ours-capsule.json");
        assertThat(clinic.run("reproduce", "--model", "ours", "--out", capsule.toString()).exit())
                .isZero();
        assertThat(Files.readString(capsule)).doesNotContain("p004", "Sample");

        JsonNode made = done("reproduce", "--capsule", capsule.toString());
        assertThat(made.get("same").asBoolean()).isTrue();
        assertThat(made.get("found")).isEqualTo(made.get("expected"));

        String other = Files.readString(capsule).replaceFirst("\"seed\" : 1", "\"seed\" : 2");
        Path changed = folder.resolve("changed.json");
        Files.writeString(changed, other);
        refused(
                BAD_INPUT,
                "ours could not be made again as it was",
                "reproduce",
                "--capsule",
                changed.toString());
        assertThat(done("models", "list").findValuesAsText("name"))
                .containsExactlyInAnyOrder(SampleClinic.MODEL, "ours", "network");
    }

    @Test
    @Order(7)
    void aModelGoesElsewhereWithItsCardAndNotWithOneBitChanged() throws Exception {
        Path file = folder.resolve("ours.consilium-model");
        JsonNode written = done("share", "--model", "ours", "--out", file.toString());
        assertThat(written.get("privacy").asText()).contains("somebody could tell at");
        Path key = folder.resolve("clinic.key");
        done("federate", "key", "--name", "Clinic", "--out", key.toString());

        SampleClinic.makeStore(folder.resolve("other"), 9);
        Terminal other =
                new Terminal(folder.resolve("other"))
                        .with("CONSILIUM_MODELS", folder.resolve("models").toString());
        String[] take = {"share", "--take", file.toString(), "--name", "theirs"};
        assertThat(other.run(take).messages()).contains("is not trusted here");
        assertThat(other.run("federate", "trust", key.toString()).exit()).isZero();
        byte[] right = Files.readAllBytes(file);
        for (int at : new int[] {0, 60, 130, 2000, right.length - 1}) {
            byte[] wrong = right.clone();
            wrong[at] ^= 1;
            Path bad = folder.resolve("bad");
            Files.write(bad, wrong);
            Terminal.Result refused =
                    other.run("share", "--take", bad.toString(), "--name", "theirs");
            assertThat(refused.exit()).as("bit at " + at).isEqualTo(BAD_INPUT);
        }
        assertThat(other.run(take).exit()).isZero();
        assertThat(other.run("share", "--take", file.toString(), "--name", "theirs").messages())
                .contains("already a model called theirs");

        String[] ask = {
            "recommend", "--cohort", "clinic", "--patient", "p004", "--model", "theirs", "--json"
        };
        JsonNode there = other.run(ask).json();
        assertThat(there.get("items")).isNotEmpty();
        assertThat(other.run("models", "card", "theirs").out()).contains("From elsewhere");
        assertThat(other.run("models", "promote", "theirs").messages()).contains("is held back");
    }

    @Test
    @Order(8)
    void whoseListChangesAndHowTheServedModelDoesAreTold() {
        // three drugs and a vaccine: a quick tuning leaves their order as it was
        assertThat(clinic.run("changes", "ours").out()).contains("Nobody's first five change.");

        JsonNode monitor = done("monitor", "--cohort", "clinic");
        assertThat(monitor.get("model").asText()).isEqualTo(SampleClinic.MODEL);
        assertThat(monitor.get("periods")).hasSize(5);
        assertThat(monitor.at("/periods/4/visits").asInt()).isEqualTo(100);
        assertThat(monitor.get("drift")).isNotEmpty();
        assertThat(monitor.toString()).doesNotContain("p004");
    }
}
