package org.consilium.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The process ends in the middle of things; the next one finds everything as it was. */
class KilledTest {
    @TempDir private static Path folder;

    private static Terminal terminal = new Terminal(Path.of(""));

    @BeforeAll
    static void makeClinic() throws Exception {
        SampleClinic.makeModel(folder.resolve("models"));
        SampleClinic.makeStore(folder.resolve("home"), 40);
        terminal =
                new Terminal(folder.resolve("home"))
                        .with("CONSILIUM_MODELS", folder.resolve("models").toString());
    }

    @Test
    void killedWhileTuning() throws Exception {
        String before = terminal.run("models", "list", "--json").out();

        Process process = terminal.start("tune", "--cohort", "clinic", "--name", "mine");
        waitFor(process, "Epoch 2 of");
        process.destroyForcibly().waitFor();

        assertThat(terminal.run("models", "list", "--json").out()).isEqualTo(before);
        assertThat(terminal.run("cohorts").out()).contains("40 patients");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void interruptedWhileTuning() throws Exception {
        String before = terminal.run("models", "list", "--json").out();

        Process process = terminal.start("tune", "--cohort", "clinic", "--name", "mine");
        waitFor(process, "Epoch 2 of");
        // by its handle: destroying the process itself would close what it says
        assertThat(process.toHandle().destroy()).isTrue();
        String last = lastLine(process.errorReader());

        assertThat(process.waitFor()).isNotZero();
        assertThat(last).isEqualTo("Cancelled; nothing was changed.");
        assertThat(terminal.run("models", "list", "--json").out()).isEqualTo(before);
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
