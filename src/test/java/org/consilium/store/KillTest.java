package org.consilium.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.consilium.clinical.Decision;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that decides and imports is killed in the middle. What it had confirmed is there
 * afterwards, and no half of anything else.
 */
class KillTest {
    private static final int ROUNDS = Integer.getInteger("consilium.kills", 4);
    private static final int LONGEST_MILLIS = 700;

    @TempDir Path home;
    private int decided;
    private int imported;

    @Test
    void everythingConfirmedOutlivesTheProcess() throws Exception {
        Random random = new Random(11);
        for (int round = 0; round < ROUNDS; round++) {
            killAfter(random.nextInt(LONGEST_MILLIS));
            check();
        }
    }

    private void killAfter(int millis) throws IOException, InterruptedException {
        try (ChildJvm child =
                ChildJvm.start(
                        "",
                        KilledWriter.class,
                        home.toString(),
                        String.valueOf(decided + 1),
                        String.valueOf(imported + 1))) {
            List<String> said = new ArrayList<>();
            said.add(Objects.requireNonNull(child.line(), "the child could not open the store"));
            Thread.sleep(millis);
            said.addAll(child.kill());
            for (String line : said) {
                int number = Integer.parseInt(line.substring(line.indexOf(' ') + 1));
                if (line.startsWith("decision")) {
                    decided = number;
                } else {
                    imported = number;
                }
            }
        }
    }

    private void check() {
        try (Database database = TestStores.open(home)) {
            assertThat(database.findings()).isEmpty();
            CohortRepository cohorts = new CohortRepository(database, TestStores.CLOCK);
            long cohort = cohorts.byName("Ward 7").orElseThrow().id();
            checkImports(database, cohorts, cohort);
            List<Decision> found =
                    new DecisionRepository(database).ofPatient(cohort, "p0").reversed();
            assertThat(found).hasSizeBetween(decided, decided + 1);
            assertThat(found)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, found.size())
                                    .mapToObj(number -> KilledWriter.decision(cohort, number))
                                    .toList());
            decided = found.size();
        }
    }

    private static int partsKept(Handle handle) {
        return handle.createQuery("SELECT COUNT(*) FROM import_fragment")
                .mapTo(Integer.class)
                .one();
    }

    private void checkImports(Database database, CohortRepository cohorts, long cohort) {
        List<Integer> events = new ArrayList<>();
        cohorts.forEach(cohort, timeline -> events.add(timeline.events().size()));
        assertThat(events).hasSize(KilledWriter.PATIENTS).containsOnly(events.getFirst());
        assertThat(events.getFirst()).isBetween(imported, imported + 1);
        assertThat(cohorts.patients(cohort)).hasSize(KilledWriter.PATIENTS);
        assertThat(database.<Integer>read(KillTest::partsKept)).isZero();
        imported = events.getFirst();
    }
}
