package org.consilium.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.consilium.recommend.EvidenceModel;
import org.consilium.security.Vault;
import org.consilium.store.Database;
import org.consilium.store.ModelRepository;
import org.consilium.tuning.InterruptedRun;
import org.consilium.tuning.ModelArchive;
import org.consilium.tuning.ModelRegistry;
import org.consilium.tuning.ModelSummary;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The process ends in the middle of things; the next one finds everything as it was. */
class KilledTest {
    @TempDir private static Path folder;

    private static final int ROUNDS = Integer.getInteger("consilium.kills", 4);

    private static JsonNode whole = MissingNode.getInstance();

    private static Seen before = new Seen(List.of(), 0, List.of());

    private static Terminal terminal = new Terminal(Path.of(""));

    @BeforeAll
    static void makeClinic() throws Exception {
        SampleClinic.makeModel(folder.resolve("models"));
        SampleClinic.makeStore(folder.resolve("home"), 40);
        terminal =
                new Terminal(folder.resolve("home"))
                        .with("CONSILIUM_MODELS", folder.resolve("models").toString());
        whole =
                terminal.run(
                                "tune",
                                "--cohort",
                                "clinic",
                                "--transfer",
                                "full",
                                "--name",
                                "whole",
                                "--json")
                        .json();
        before = seen();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 20})
    void killedAfterAnEpochItGoesOnToTheSameModel(int epoch) throws Exception {
        String name = "cut-" + epoch;

        Process process =
                terminal.start("tune", "--cohort", "clinic", "--transfer", "full", "--name", name);
        waitFor(process, "Epoch " + epoch + " of");
        process.destroyForcibly().waitFor();

        Seen cut = seen();
        assertThat(cut.models()).isEqualTo(before.models());
        assertThat(cut.patients()).isEqualTo(40);
        if (epoch > 1) {
            assertThat(cut.interrupted().getFirst().epoch()).isBetween(1, epoch);
        }
        assertThat(cut.interrupted()).extracting(InterruptedRun::name).containsExactly(name);
        JsonNode resumed = terminal.run("tune", "--resume", "--json").json();
        for (String field : List.of("losses", "validation", "evaluation", "transfer", "recipe")) {
            assertThat(resumed.path(field)).as(field).isEqualTo(whole.path(field));
        }
        assertThat(weights(name)).isEqualTo(weights("whole"));
        before = seen();
        assertThat(before.interrupted()).isEmpty();
    }

    /** Wherever it is: reading, deciding, training, measuring or keeping its model. */
    @Test
    void killedAtAnyTimeItIsGoneOrCanBeGoneOnWithOrIsDone() throws Exception {
        Random random = new Random(3);
        for (int round = 0; round < ROUNDS; round++) {
            String name = "any-" + round;
            Process process =
                    terminal.start(
                            "tune", "--cohort", "clinic", "--transfer", "full", "--name", name);
            Thread.sleep(700 + random.nextInt(5000));
            process.destroyForcibly().waitFor();

            Seen cut = seen();
            if (!cut.interrupted().isEmpty()) {
                assertThat(terminal.run("tune", "--resume=" + name).exit()).isZero();
                cut = seen();
            }
            if (cut.models().stream().anyMatch(model -> model.name().equals(name))) {
                assertThat(weights(name)).isEqualTo(weights("whole"));
            }
            assertThat(cut.interrupted()).isEmpty();
            assertThat(cut.models().getFirst().served()).isTrue();
        }
        before = seen();
    }

    @Test
    void whatWasInterruptedCanBeDiscarded() throws Exception {
        Process process =
                terminal.start(
                        "tune", "--cohort", "clinic", "--transfer", "full", "--name", "unwanted");
        waitFor(process, "Epoch 2 of");
        process.destroyForcibly().waitFor();

        Terminal.Result again =
                terminal.run(
                        "tune", "--cohort", "clinic", "--transfer", "full", "--name", "unwanted");
        assertThat(again.exit()).isNotZero();
        assertThat(again.messages()).contains("tune --resume=unwanted", "tune --discard unwanted");
        assertThat(terminal.run("tune", "--discard", "unwanted").exit()).isZero();
        assertThat(seen().interrupted()).isEmpty();
        assertThat(terminal.run("tune", "--resume").messages())
                .contains("No run was interrupted: there is nothing to resume.");
    }

    /** What there is, looked at in one go. */
    private record Seen(
            List<ModelSummary> models, int patients, List<InterruptedRun> interrupted) {}

    private static Seen seen() throws Exception {
        try (Context context =
                new Home(terminal.home(), folder.resolve("models"))
                        .unlock(Terminal.PASSPHRASE.toCharArray())) {
            return new Seen(
                    context.tuning().models(),
                    context.cohorts().byName("clinic").patients(),
                    context.tuning().runs().interrupted());
        }
    }

    /** What each fact alone scores, bit by bit, and the calibration. */
    private static List<Object> weights(String name) throws Exception {
        byte[] key = new Vault(terminal.home()).unlock(Terminal.PASSPHRASE.toCharArray());
        try (Database database = Database.open(terminal.home(), key)) {
            EvidenceModel model =
                    new ModelRegistry(
                                    new ModelArchive(folder.resolve("models")),
                                    new ModelRepository(database, Clock.systemUTC()))
                            .named(name);
            List<Object> weights = new ArrayList<>();
            weights.add(model.calibration());
            float[] scores = new float[model.items().size()];
            for (int fact = 0; fact < model.facts().size(); fact++) {
                model.score(new int[] {fact}, scores);
                for (float score : scores) {
                    weights.add(Float.floatToRawIntBits(score));
                }
            }
            return weights;
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void interruptedWhileTuning() throws Exception {
        Process process =
                terminal.start(
                        "tune", "--cohort", "clinic", "--transfer", "full", "--name", "mine");
        waitFor(process, "Epoch 2 of");
        // by its handle: destroying the process itself would close what it says
        assertThat(process.toHandle().destroy()).isTrue();
        String last = lastLine(process.errorReader());

        assertThat(process.waitFor()).isNotZero();
        assertThat(last).isEqualTo("Cancelled; nothing was changed.");
        assertThat(seen().models()).isEqualTo(before.models());
    }

    private static String lastLine(BufferedReader messages) {
        return messages.lines().reduce("", (before, line) -> line);
    }

    private static void waitFor(Process process, String words) throws IOException {
        BufferedReader messages = process.errorReader();
        String line = messages.readLine();
        while (line != null && !line.startsWith(words)) {
            line = messages.readLine();
        }
        assertThat(line).as("it said so before it ended").isNotNull();
    }
}
