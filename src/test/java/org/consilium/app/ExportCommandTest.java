package org.consilium.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a person types it. */
class ExportCommandTest {
    private static final int BAD_INPUT = 3;
    private static final int USAGE = 2;

    @TempDir private Path folder = Path.of("unset");
    private Terminal terminal = new Terminal(Path.of(""));
    private Path out = Path.of("");

    @BeforeEach
    void makeClinic() throws Exception {
        Path home = folder.resolve("home");
        SampleClinic.makeStore(home, 12);
        terminal = new Terminal(home);
        out = folder.resolve("out");
    }

    private Terminal.Result export(String format, String... more) {
        String[] all = new String[7 + more.length];
        System.arraycopy(
                new String[] {
                    "export", "--cohort", "clinic", "--format", format, "--out", out.toString()
                },
                0,
                all,
                0,
                7);
        System.arraycopy(more, 0, all, 7, more.length);
        return terminal.run(all);
    }

    @Test
    void saysWhatWasWrittenAndThatItIsNotEncrypted() {
        Terminal.Result result = export("events");
        assertThat(result.exit()).as(result.messages()).isZero();
        assertThat(result.out())
                .contains("clinic [SYNTHETIC]: 12 patients, 60 encounters")
                .contains("patients.csv 12 rows")
                .contains("Written to " + out + ", not encrypted.");
        assertThat(out.resolve("events.csv")).isNotEmptyFile();
    }

    @Test
    void jsonNamesEveryFile() {
        JsonNode report = export("fhir-ndjson", "--gzip", "--json").json();
        assertThat(report.get("patients").asInt()).isEqualTo(12);
        assertThat(report.get("losses").toString()).contains("visit identifiers");
        for (JsonNode file : report.get("files")) {
            assertThat(out.resolve(file.get("name").asText())).isNotEmptyFile();
        }
    }

    @Test
    void patientsAreChosenByIdOrByFile() throws Exception {
        Path list = Files.writeString(folder.resolve("wanted.txt"), "p003\n\n p007 \n");
        JsonNode both = export("events", "--patients", list.toString(), "p001", "--json").json();
        assertThat(both.get("patients").asInt()).isEqualTo(3);
        assertThat(out.resolve("patients.csv"))
                .content()
                .contains("p001", "p003", "p007")
                .doesNotContain("p002");
    }

    @Test
    void whatCannotBeDoneIsOneSentence() throws Exception {
        assertThat(export("events").exit()).isZero();
        Terminal.Result again = export("events");
        assertThat(again.exit()).isEqualTo(BAD_INPUT);
        assertThat(again.messages()).contains("holds an earlier export").hasLineCount(1);
        assertThat(export("events", "--force").exit()).isZero();
        Terminal.Result stranger = export("events", "--force", "--patients", "nobody");
        assertThat(stranger.exit()).isEqualTo(BAD_INPUT);
        assertThat(stranger.messages()).contains("not in the cohort: 1 of 1");
        assertThat(export("word", "--force").messages()).contains("known: events, fhir-ndjson");
        assertThat(terminal.run("export", "--cohort", "clinic").exit()).isEqualTo(USAGE);
    }

    @Test
    void killedItLeavesNoHalfExportAndTheNextOneClearsUp() throws Exception {
        SampleClinic.makeStore(folder.resolve("big"), 3000);
        terminal = new Terminal(folder.resolve("big"));
        Process process =
                terminal.start(
                        "export",
                        "--cohort",
                        "clinic",
                        "--format",
                        "fhir-ndjson",
                        "--out",
                        out.toString());
        Path staging = folder.resolve(".out.exporting");
        while (process.isAlive() && !Files.exists(staging.resolve("Patient.ndjson"))) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        process.toHandle().destroyForcibly();
        process.waitFor();
        assertThat(staging).exists();
        assertThat(out).doesNotExist();
        assertThat(export("fhir-ndjson").exit()).isZero();
        assertThat(out.resolve("manifest.json")).exists();
        assertThat(staging).doesNotExist();
        assertThat(folder.resolve(".out.lock")).doesNotExist();
    }
}
