package org.consilium.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.consilium.clinical.Timeline;
import org.consilium.security.Vault;
import org.consilium.store.CohortRepository;
import org.consilium.store.Database;
import org.consilium.store.ImportSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Tasks that are defined, prepared and tuned for, on the command line with a real store. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TaskCommandTest {
    private static final int BAD_INPUT = 3;

    @TempDir private static Path folder = Path.of("unset");

    private static Terminal clinic = new Terminal(Path.of(""));

    @BeforeAll
    static void open() throws Exception {
        SampleClinic.makeModel(folder.resolve("models"));
        SampleClinic.makeStore(folder.resolve("home"), 40);
        clinic =
                new Terminal(folder.resolve("home"))
                        .with("CONSILIUM_MODELS", folder.resolve("models").toString());
    }

    private static JsonNode done(String... arguments) {
        Terminal.Result result =
                clinic.run(
                        Stream.concat(Arrays.stream(arguments), Stream.of("--json"))
                                .toArray(String[]::new));
        assertThat(result.exit()).as(result.messages()).isZero();
        return result.json();
    }

    @Test
    @Order(1)
    void aTaskIsDefinedShownChangedAndDeleted() {
        done("tasks", "define", "flu", "--cohort", "clinic", "--kinds", "immunization");
        done("tasks", "define", "drugs", "--cohort", "clinic", "--ages", "18-");
        assertThat(clinic.run("tasks", "list").out())
                .contains("drugs", "clinic, ages 18-")
                .contains("flu", "clinic, only immunisations");
        done("tasks", "define", "drugs", "--cohort", "clinic", "--ages", "65-");
        assertThat(clinic.run("tasks", "show", "drugs").out()).contains("clinic, ages 65-");
        done("tasks", "delete", "drugs");
        assertThat(done("tasks", "list").findValuesAsText("name")).containsExactly("flu");
        assertThat(clinic.run("tasks", "show", "drugs").exit()).isEqualTo(BAD_INPUT);
        assertThat(clinic.run("tasks", "define", "x", "--cohort", "nowhere").exit())
                .isEqualTo(BAD_INPUT);
        assertThat(
                        clinic.run("tasks", "define", "x", "--cohort", "clinic", "--horizon", "-1")
                                .messages())
                .contains("The horizon is from 0 to 365 days.");
    }

    @Test
    @Order(2)
    void theSameRecordsHaveTheSameHashAndOtherTasksAnother() {
        defineDiabetes();
        JsonNode first = done("tasks", "prepare", "diabetes").get("prepared");
        JsonNode again = done("tasks", "prepare", "diabetes").get("prepared");
        JsonNode flu = done("tasks", "prepare", "flu").get("prepared");

        assertThat(again.get("hash")).isEqualTo(first.get("hash"));
        assertThat(first.get("changes").isNull()).isTrue();
        assertThat(again.at("/changes/changed").asInt()).isZero();
        assertThat(flu.get("hash")).isNotEqualTo(first.get("hash"));
        assertThat(flu.get("patients").asInt()).isEqualTo(40);
        assertThat(flu.get("starts").elements().next().asInt()).isPositive();
        assertThat(flu.get("starts").size()).isEqualTo(1);
        assertThat(first.get("patients").asInt()).isBetween(8, 39);
        assertThat(first.get("without").toString()).contains("simvastatin");
        assertThat(first.toString()).doesNotContain("p004", "Sample");
        assertThat(clinic.run("tasks", "show", "diabetes").out())
                .contains("Snapshot " + first.get("hash").asText(), "The same as on");
    }

    private static void defineDiabetes() {
        done(
                "tasks",
                "define",
                "diabetes",
                "--cohort",
                "clinic",
                "--condition",
                "Diabetes",
                "--condition",
                "hypertension",
                "--from",
                "2019-01-01",
                "--without",
                "simvastatin",
                "--kinds",
                "medication",
                "--horizon",
                "30");
    }

    @Test
    @Order(3)
    void aRunOfATaskLearnsAndOffersWhatTheTaskIsAbout() throws Exception {
        JsonNode prepared = done("tasks", "show", "diabetes").get("prepared");
        JsonNode run =
                done(
                        "tune",
                        "--task",
                        "diabetes",
                        "--name",
                        "dia",
                        "--preset",
                        "quick",
                        "--transfer",
                        "full");

        assertThat(run.at("/origin/snapshot")).isEqualTo(prepared.get("hash"));
        assertThat(run.at("/origin/request/task/name").asText()).isEqualTo("diabetes");
        assertThat(clinic.run("models", "card", "dia").out())
                .contains(prepared.get("hash").asText(), "only medications", "without simvastatin");
        JsonNode advice =
                done("recommend", "--cohort", "clinic", "--patient", "p004", "--model", "dia");
        assertThat(advice.get("items")).isNotEmpty();
        for (JsonNode item : advice.get("items")) {
            assertThat(item.get("kind").asText()).isEqualTo("medication");
            assertThat(item.get("display").asText()).doesNotContain("simvastatin");
        }
        Path capsule = folder.resolve("capsule.json");
        clinic.run("reproduce", "--model", "dia", "--out", capsule.toString());
        assertThat(Files.readString(capsule)).contains(prepared.get("hash").asText());
        assertThat(done("reproduce", "--capsule", capsule.toString()).get("same").asBoolean())
                .isTrue();
    }

    @Test
    @Order(4)
    void otherRecordsThanWerePreparedAreNotLearnedFromUnseen() throws Exception {
        byte[] key = new Vault(folder.resolve("home")).unlock(Terminal.PASSPHRASE.toCharArray());
        List<Timeline> more = SampleClinic.patients(43);
        try (Database database = Database.open(folder.resolve("home"), key);
                ImportSession session =
                        new CohortRepository(database, Clock.systemUTC())
                                .beginImport("clinic", true)) {
            session.put(with(more.get(0), more.get(0).events().size() - 1));
            more.subList(40, 43).forEach(session::put);
            session.commit();
        }

        Terminal.Result refused = clinic.run("tune", "--task", "flu", "--name", "late");
        assertThat(refused.exit()).isEqualTo(BAD_INPUT);
        assertThat(refused.messages()).contains("are not those of the snapshot");
        assertThat(clinic.run("reproduce", "--model", "dia").out())
                .contains("are not those of the snapshot");
        JsonNode changes = done("tasks", "prepare", "flu").at("/prepared/changes");
        assertThat(changes.get("added").asInt()).isEqualTo(3);
        assertThat(changes.get("removed").asInt()).isZero();
        assertThat(done("models", "list").findValuesAsText("name")).doesNotContain("late");
        done("tune", "--task", "flu", "--name", "late", "--preset", "quick");
    }

    private static Timeline with(Timeline whole, int events) {
        return new Timeline(whole.patient(), whole.encounters(), whole.events().subList(0, events));
    }
}
