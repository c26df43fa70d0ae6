package org.consilium.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong and right ways to call the program, before any store is opened. */
class UsageTest {
    private static final int USAGE = 2;

    @TempDir private Path home;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "tune",
                "import --cohort a",
                "quality",
                "recommend --cohort a --patient b --top 0",
                "recommend --cohort a --patient b --at gestern",
                "recommend --cohort a --patient b --kind poem",
                "evaluate --cohort a --seeds 0",
                "evaluate --cohort a --train-patients 50,0",
                "evaluate --cohort a --split moon",
                "evaluate --cohort a --site-depth 2",
                "evaluate --cohort a --split site --site-depth 0",
                "evaluate --cohort a --split site --learn-from others --train-patients 9",
                "evaluate --cohort a --models ridge --reference popularity",
                "evaluate --cohort a --cold 0",
                "pretrain --cohort a --name b --graph-layers 9",
                "tune --cohort a --preset quick --graph-layers 1",
                "federate",
                "federate start --name a --out b --noise 1",
                "federate trust --as a",
                "models promote",
                "models rollback a-name",
                "models frobnicate",
                "tour"
            })
    void wrongUseIsExit2WithTwoLines(String line) {
        Terminal.Result result = new Terminal(home).run(line.split(" "));

        assertThat(result.exit()).isEqualTo(USAGE);
        assertThat(result.out()).isEmpty();
        assertThat(result.messages()).hasLineCount(2).contains("--help.");
    }

    @Test
    void helpNamesEveryCommandAndTheLimits() {
        Terminal.Result help = new Terminal(home).run("--help");

        assertThat(help.exit()).isZero();
        assertThat(help.out())
                .contains("init", "doctor", "demo", "tour", "import", "cohorts", "patients")
                .contains("quality", "recommend", "tune", "evaluate", "models")
                .contains("Not a medical device");
        assertThat(new Terminal(home).run("tune", "--help").out()).contains("--seed");
    }

    @Test
    void versionNamesConsiliumAndJava() {
        assertThat(new Terminal(home).run("--version").out()).contains("Consilium", "Java 25");
    }

    @Test
    void doctorLooksAndChangesNothing() {
        Terminal.Result result = new Terminal(home.resolve("none")).run("doctor", "--json");

        assertThat(result.json())
                .extracting(check -> check.get("name").asText())
                .contains("Java", "Display", "PyTorch", "Base models", "Store", "Free disk");
        assertThat(home.resolve("none")).doesNotExist();
    }
}
