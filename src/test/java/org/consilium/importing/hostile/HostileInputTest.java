package org.consilium.importing.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.consilium.importing.CohortReader;
import org.consilium.importing.events.EventsReader;
import org.consilium.importing.fhir.FhirReader;
import org.consilium.importing.omop.OmopReader;
import org.consilium.importing.synthea.SyntheaReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Broken, odd and hostile files, each through a whole import into a real store: what a person
 * reads, and that the cohort is as it was where they were refused. The same cases make the tables
 * of docs/formats/limits.md.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileInputTest {
    private static final List<CohortReader> READERS =
            List.of(new SyntheaReader(), new OmopReader(), new FhirReader(), new EventsReader());

    @TempDir private static Path home = Path.of("unset");
    private static Trial trial;

    @TempDir private Path folder = Path.of("unset");

    @BeforeAll
    static void open() {
        trial = new Trial(home, READERS);
    }

    @AfterAll
    static void close() {
        trial.close();
    }

    static Stream<HostileCase> cases() {
        return LimitsPage.sections().values().stream().flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isRefusedOrSaidAndNothingIsHalfImported(HostileCase hostile) throws Exception {
        trial.check(hostile, folder);
    }

    @Test
    void thePageSaysWhatHappens() throws Exception {
        Path page = Path.of("docs/formats/limits.md");
        String tables = LimitsPage.tables();
        if (Boolean.getBoolean("consilium.write")) {
            Files.writeString(page, LimitsPage.replaced(Files.readString(page), tables));
        }
        assertThat(Files.readString(page))
                .as("run this test with -Dconsilium.write=true to write it anew")
                .contains(tables);
    }
}
