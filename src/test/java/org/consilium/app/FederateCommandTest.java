package org.consilium.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.consilium.security.Vault;
import org.consilium.store.AuditRepository;
import org.consilium.store.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Three installations that learn together by carrying files, from the first key on. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FederateCommandTest {
    private static final int BAD_INPUT = 3;

    @TempDir private static Path folder;

    private static Terminal coordinator = new Terminal(Path.of(""));
    private static Terminal north = coordinator;
    private static Terminal south = coordinator;

    @BeforeAll
    static void makeInstallations() throws Exception {
        SampleClinic.makeModel(folder.resolve("models"));
        coordinator = installation("coordinator", 9);
        north = installation("north", 40);
        south = installation("south", 24);
    }

    private static Terminal installation(String name, int patients) throws Exception {
        Path home = folder.resolve(name);
        SampleClinic.makeStore(home, patients);
        return new Terminal(home).with("CONSILIUM_MODELS", folder.resolve("models").toString());
    }

    private static String file(String name) {
        return folder.resolve(name).toString();
    }

    private static JsonNode done(Terminal where, String line) {
        Terminal.Result result = where.run((line + " --json").split(" "));
        assertThat(result.exit()).as(result.messages()).isZero();
        return result.json();
    }

    private static void refused(Terminal where, String line, String sentence) {
        Terminal.Result result = where.run(line.split(" "));
        assertThat(result.exit()).isEqualTo(BAD_INPUT);
        assertThat(result.messages()).hasLineCount(1).contains(sentence);
    }

    private static String join(String round, String out) {
        return "federate join --round %s --cohort clinic --out %s"
                .formatted(file(round), file(out));
    }

    @Test
    @Order(1)
    void keysAreExchangedAndRoundsGoRound() throws IOException {
        done(coordinator, "federate start --name Valley --epochs 2 --out " + file("round-1"));
        refused(north, join("round-1", "north-1"), "is signed by a key that is not trusted here");

        trust(coordinator, "Coordinator", north, south);
        JsonNode first = done(north, join("round-1", "north-1"));
        done(south, join("round-1", "south-1"));
        assertThat(first.get("patients").asInt()).isEqualTo(30);
        assertThat(first.get("before").asDouble()).isBetween(0., 1.);
        assertThat(first.get("privacy").asText()).startsWith("No noise, so no promise");

        String merge =
                "federate merge --round %s --name valley-1 --out %s %s %s"
                        .formatted(
                                file("round-1"), file("round-2"), file("north-1"), file("south-1"));
        refused(coordinator, merge, "is signed by a key that is not trusted here");
        assertThat(folder.resolve("round-2")).doesNotExist();
        trust(north, "North", coordinator);
        trust(south, "South", coordinator);
        JsonNode merged = done(coordinator, merge);
        assertThat(merged.get("clinics").asInt()).isEqualTo(2);
        assertThat(merged.get("patients").asInt()).isEqualTo(30 + 18);

        done(north, "federate take --round %s --name valley".formatted(file("round-2")));
        JsonNode tuned =
                done(north, "tune --cohort clinic --base valley --name own --preset quick");
        assertThat(tuned.get("base").asText()).isEqualTo("valley");
        assertThat(done(coordinator, "recommend --cohort clinic --patient p001 --model valley-1"))
                .isNotEmpty();
        assertThat(coordinator.run("models", "card", "valley-1").out())
                .contains("Valley, round 1 of 2 clinics", "No noise");
    }

    private static void trust(Terminal whose, String name, Terminal... by) {
        String key = file(name + ".key");
        JsonNode own = done(whose, "federate key --name %s --out %s".formatted(name, key));
        for (Terminal each : by) {
            JsonNode signers = done(each, "federate trust " + key);
            assertThat(
                            StreamSupport.stream(signers.spliterator(), false)
                                    .filter(signer -> signer.get("name").asText().equals(name))
                                    .map(signer -> signer.get("fingerprint").asText()))
                    .containsExactly(own.get("fingerprint").asText());
        }
    }

    @Test
    @Order(2)
    void aChangedAForeignAndALateFileAreRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve("north-1"));
        bytes[bytes.length / 2] ^= 4;
        Files.write(folder.resolve("changed"), bytes);
        String merge =
                "federate merge --round %s --name valley-2 --out %s %s %s"
                        .formatted(file("round-1"), file("other-2"), "%s", file("south-1"));
        refused(
                coordinator,
                merge.formatted(file("changed")),
                "changed was changed or damaged since it was signed");
        refused(coordinator, merge.formatted(file("south-1")), "are of the same clinic");
        done(north, join("round-2", "north-2"));
        refused(coordinator, merge.formatted(file("north-2")), "north-2 is for round 2, not 1.");
        refused(north, join("round-1", "again"), "this installation is at round 2 already");
        refused(
                north,
                "federate merge --round %s --name valley-2 --out %s %s %s"
                        .formatted(
                                file("round-1"), file("other-2"), file("north-1"), file("south-1")),
                "only that one merges it");
        refused(north, join("round-2", "north-2"), "north-2 is there already");
        assertThat(done(coordinator, "models list").findValuesAsText("name"))
                .doesNotContain("valley-2");
    }

    @Test
    @Order(3)
    void withNoiseNothingIsSaidTwice() {
        done(
                coordinator,
                "federate start --name Quiet --epochs 1 --clip 1 --noise 2 --out "
                        + file("quiet-1"));
        refused(north, join("quiet-1", "nowhere/north-q"), "There is no folder");
        JsonNode update = done(north, join("quiet-1", "north-q"));

        assertThat(update.get("privacy").asText()).contains("epsilon 5.3", "as a whole");
        refused(north, join("quiet-1", "north-r"), "would tell more than was promised");
        done(coordinator, "federate trust --remove North");
        refused(
                coordinator,
                "federate merge --round %s --name quiet --out %s %s"
                        .formatted(file("quiet-1"), file("quiet-2"), file("north-q")),
                "not trusted here");
    }

    @Test
    @Order(4)
    void whatLeftTheHouseStandsInTheAuditTrail() throws Exception {
        try (Database database =
                Database.open(
                        north.home(),
                        new Vault(north.home()).unlock(Terminal.PASSPHRASE.toCharArray()))) {
            assertThat(new AuditRepository(database).entries())
                    .extracting(entry -> entry.what() + ": " + entry.subject())
                    .contains(
                            "make signing key: federation",
                            "trust signer: Coordinator",
                            "write update: Valley, round 1",
                            "write update: Quiet, round 1");
        }
    }
}
