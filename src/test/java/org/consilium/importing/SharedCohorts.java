package org.consilium.importing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real cohorts to measure on, which are no part of the project and not on every machine. */
public final class SharedCohorts {
    private SharedCohorts() {}

    /** The folder of one; where it is not there, the test is skipped. */
    public static Path folder(String name) {
        Path beside = Path.of("..", "shared", "data", name);
        Path named = Path.of(System.getProperty("consilium.shared", "")).resolve("data");
        Path found = Files.isDirectory(beside) ? beside : named.resolve(name);
        assumeTrue(
                Files.isDirectory(found),
                "the real cohort " + name + " is not here: give -Dconsilium.shared=FOLDER");
        return found;
    }
}
