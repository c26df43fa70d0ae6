package org.consilium.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may come in, as the command line tells it. */
class AccessTest {
    private static final int ACCESS = 4;

    @TempDir private Path folder;

    private Path home = Path.of("");

    @BeforeEach
    void chooseHome() {
        home = folder.resolve("home");
    }

    @Test
    void initMakesAStoreOnce() throws IOException {
        assertThat(new Terminal(home).run("init", "--json").json().get("home").asText())
                .isEqualTo(home.toString());
        Map<String, Long> before = sizes();

        Terminal.Result again = new Terminal(home).run("init");

        assertThat(again.exit()).isEqualTo(ACCESS);
        assertThat(again.messages()).isEqualTo("There is a store in " + home + " already.\n");
        assertThat(sizes()).isEqualTo(before);
    }

    @Test
    void aShortPassphraseMakesNothing() {
        Terminal.Result result = new Terminal(home, "short").run("init");

        assertThat(result.exit()).isEqualTo(ACCESS);
        assertThat(result.messages()).hasLineCount(1).contains("at least 8 characters");
        assertThat(home.resolve("key.json")).doesNotExist();
    }

    @Test
    void aWrongPassphraseTouchesNothing() throws IOException {
        new Terminal(home).run("init");
        byte[] key = Files.readAllBytes(home.resolve("key.json"));
        byte[] store = Files.readAllBytes(home.resolve("consilium.mv.db"));

        Terminal.Result result = new Terminal(home, "wrong passphrase").run("cohorts");

        assertThat(result.exit()).isEqualTo(ACCESS);
        assertThat(result.messages()).isEqualTo("The passphrase is wrong.\n");
        assertThat(home.resolve("key.json")).hasBinaryContent(key);
        assertThat(home.resolve("consilium.mv.db")).hasBinaryContent(store);
    }

    @Test
    void aSecondInstanceIsToldAndLeaves() throws Exception {
        new Terminal(home).run("init");

        // in another process: H2 lets one process open a store twice
        try (Context first = new Home(home, home).unlock(Terminal.PASSPHRASE.toCharArray())) {
            Terminal.Result second = new Terminal(home).runElsewhere("cohorts");

            assertThat(second.exit()).isEqualTo(ACCESS);
            assertThat(second.messages()).hasLineCount(1).contains("already running");
            assertThat(first.cohorts().list()).isEmpty();
        }
        assertThat(new Terminal(home).run("cohorts").exit()).isZero();
    }

    @Test
    void noStoreIsSaidWithWhatToDo() {
        Terminal.Result result = new Terminal(home).run("cohorts");

        assertThat(result.exit()).isEqualTo(ACCESS);
        assertThat(result.messages()).hasLineCount(1).contains("consilium init");
    }

    @Test
    void aStoreWithoutItsKeyIsLeftAlone() throws IOException {
        new Terminal(home).run("init");
        Files.delete(home.resolve("key.json"));
        byte[] store = Files.readAllBytes(home.resolve("consilium.mv.db"));

        Terminal.Result result = new Terminal(home).run("init");

        assertThat(result.exit()).isEqualTo(ACCESS);
        assertThat(result.messages()).hasLineCount(1).contains("key.json");
        assertThat(home.resolve("key.json")).doesNotExist();
        assertThat(home.resolve("consilium.mv.db")).hasBinaryContent(store);
    }

    @Test
    void aDamagedKeyFileIsSaid() throws IOException {
        new Terminal(home).run("init");
        Files.writeString(home.resolve("key.json"), "{\"version\":1");

        Terminal.Result result = new Terminal(home).run("cohorts");

        assertThat(result.exit()).isEqualTo(ACCESS);
        assertThat(result.messages()).hasLineCount(1).contains("key file is damaged");
    }

    private Map<String, Long> sizes() throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.list(home)) {
            for (Path file : files.toList()) {
                sizes.put(String.valueOf(file.getFileName()), Files.size(file));
            }
        }
        return sizes;
    }
}
