package org.consilium.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuningRunRepositoryTest {
    @TempDir Path home;
    private Database database;
    private TuningRunRepository runs;
    private long cohort;

    @BeforeEach
    void open() {
        database = TestStores.open(home);
        runs = new TuningRunRepository(database);
        if (cohorts().byName("Ward 7").isEmpty()) {
            TestStores.fill(database, "Ward 7", 3, 1);
        }
        cohort = cohorts().byName("Ward 7").orElseThrow().id();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private CohortRepository cohorts() {
        return new CohortRepository(database, TestStores.CLOCK);
    }

    private TuningRunRow row(String name, String record) {
        return new TuningRunRow(name, cohort, TestStores.CLOCK.instant(), record);
    }

    @Test
    void theLatestCheckpointIsThereAfterReopening() {
        byte[] first = new byte[2_345_678];
        byte[] second = new byte[1_234_567];
        new Random(1).nextBytes(first);
        new Random(2).nextBytes(second);
        runs.begin(row("mine", "begun"));
        assertThat(runs.checkpoint("mine")).isEmpty();
        runs.update("mine", "epoch 1", first);
        runs.update("mine", "epoch 2", second);
        close();
        open();
        assertThat(runs.rows()).containsExactly(row("mine", "epoch 2"));
        assertThat(runs.checkpoint("mine")).contains(second);
        runs.remove("mine");
        assertThat(runs.rows()).isEmpty();
        assertThat(runs.checkpoint("mine")).isEmpty();
    }

    @Test
    void aRunThatWasRemovedIsNotBroughtBackByItsCheckpoint() {
        runs.begin(row("mine", "begun"));
        runs.remove("mine");
        runs.update("mine", "epoch 1", new byte[] {1});
        assertThat(runs.rows()).isEmpty();
        assertThat(runs.checkpoint("mine")).isEmpty();
    }

    @Test
    void aNameIsTakenByOneRun() {
        runs.begin(row("mine", "begun"));
        assertThatThrownBy(() -> runs.begin(row("mine", "again")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("interrupted run called mine");
        assertThat(runs.row("mine")).contains(row("mine", "begun"));
    }

    @Test
    void aRunGoesWithItsCohort() {
        runs.begin(row("mine", "begun"));
        runs.update("mine", "epoch 1", new byte[] {1, 2});
        cohorts().delete(cohort);
        assertThat(runs.rows()).isEmpty();
        assertThat(runs.checkpoint("mine")).isEmpty();
    }

    @Test
    void aRunIsOverInTheMomentItsModelIsKept() {
        runs.begin(row("mine", "begun"));
        runs.begin(row("other", "begun"));
        new ModelRepository(database, TestStores.CLOCK)
                .save(
                        new ModelRow(
                                "mine", "base", "Ward 7", TestStores.CLOCK.instant(), 1, 1, "", ""),
                        new byte[] {1});
        assertThat(runs.rows()).containsExactly(row("other", "begun"));
    }
}
