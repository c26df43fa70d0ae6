package org.consilium.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The making of a base model from folders, as models/make.sh calls it. */
class BaseModelTest {
    private static final int BAD_INPUT = 3;
    private static final String ORIGIN = "Synthea 9, Atlantis, seed 7, 60 living patients";

    @TempDir private static Path folder;

    private static String card = "";
    private static String report = "";

    @BeforeAll
    static void make() throws Exception {
        SampleFolder.write(folder.resolve("a/csv"), 60);
        Files.writeString(folder.resolve("a/population.txt"), ORIGIN + "\n");
        Terminal.Result result = run(folder.resolve("a/csv"), folder.resolve("out"), "1,2");
        assertThat(result.exit()).as(result.messages()).isZero();
        card = Files.readString(folder.resolve("out/made.md"));
        report = Files.readString(folder.resolve("out-report.md"));
    }

    private static Terminal.Result run(Path source, Path out, String seeds) {
        return new Terminal(folder.resolve("home"))
                .run(
                        "base-model",
                        "--source",
                        source.toString(),
                        "--name",
                        "made",
                        "--population",
                        "invented patients",
                        "--seeds",
                        seeds,
                        "--out",
                        out.toString(),
                        "--report",
                        out.resolveSibling(out.getFileName() + "-report.md").toString());
    }

    @Test
    void leavesAModelThatTheProgramServes() {
        Terminal.Result list =
                new Terminal(folder.resolve("home"))
                        .with("CONSILIUM_MODELS", folder.resolve("out").toString())
                        .run("doctor");
        assertThat(list.out()).contains("made");
    }

    @Test
    void theCardTellsWhereTheModelCameFrom() {
        assertThat(card)
                .contains(ORIGIN + ": 60 patients read, 0 rows rejected")
                .contains(
                        "SHA-256 of the training visits",
                        "invented patients",
                        "PyTorch 2.",
                        "seed=1");
    }

    @Test
    void theReportHasEverySeedAndEveryBaselineWithAndWithoutDiagnoses() {
        for (String model :
                List.of("made", "ridge", "itemknn", "popularity-given-conditions", "popularity")) {
            for (String row : List.of("1", "2", "mean")) {
                assertThat(report)
                        .contains("| %s | %s |".formatted(model, row))
                        .contains("| %s (visit's diagnoses hidden) | %s |".formatted(model, row));
            }
        }
        assertThat(report).contains(ORIGIN, "Expected calibration error", "seed 2.");
    }

    /** Synthea's threads finish in any order, so its patients stand in any order. */
    @Test
    void theSameSeedGivesTheSameModelInWhateverOrderThePatientsStand() throws Exception {
        Path again = folder.resolve("b/csv");
        SampleFolder.write(again, 60);
        List<String> lines = Files.readAllLines(again.resolve("patients.csv"));
        List<String> people = new ArrayList<>(lines.subList(1, lines.size()).reversed());
        people.addFirst(lines.getFirst());
        Files.write(again.resolve("patients.csv"), people);

        assertThat(run(again, folder.resolve("same"), "1").exit()).isZero();
        assertThat(run(again, folder.resolve("other"), "2").exit()).isZero();

        byte[] weights = weights("out");
        assertThat(Arrays.equals(weights("same"), weights)).isTrue();
        assertThat(Arrays.equals(weights("other"), weights)).isFalse();
    }

    private static byte[] weights(String out) throws IOException {
        try (ZipFile model = new ZipFile(folder.resolve(out).resolve("made.consilium").toFile())) {
            return model.getInputStream(model.getEntry("weights.safetensors")).readAllBytes();
        }
    }

    @Test
    void aFolderWithoutPatientsIsBadInputAndLeavesNothing() throws Exception {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Terminal.Result result = run(empty, folder.resolve("none"), "1");

        assertThat(result.exit()).isEqualTo(BAD_INPUT);
        assertThat(result.messages().lines().toList().getLast()).endsWith(".");
        assertThat(folder.resolve("none")).doesNotExist();
    }
}
