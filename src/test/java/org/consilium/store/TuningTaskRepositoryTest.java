package org.consilium.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuningTaskRepositoryTest {
    @TempDir Path home;
    private Database database;
    private TuningTaskRepository tasks;
    private long cohort;

    @BeforeEach
    void open() {
        database = TestStores.open(home);
        tasks = new TuningTaskRepository(database, TestStores.CLOCK);
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

    @Test
    void aTaskAndWhatWasPreparedAreThereAfterReopening() {
        tasks.save("older", cohort, "65-");
        tasks.save("all", cohort, "everybody");
        tasks.prepared("older", "65-", "numbers", "hashes");
        close();
        open();
        assertThat(tasks.rows()).extracting(TuningTaskRow::name).containsExactly("all", "older");
        assertThat(tasks.row("older").orElseThrow())
                .isEqualTo(
                        new TuningTaskRow(
                                "older", cohort, "65-", TestStores.CLOCK.instant(), "numbers"));
        assertThat(tasks.patients("older")).isEqualTo("hashes");
        assertThat(tasks.patients("all")).isNull();
    }

    @Test
    void whatWasPreparedForAnotherDefinitionGoes() {
        tasks.save("older", cohort, "65-");
        tasks.prepared("older", "65-", "numbers", "hashes");
        tasks.save("older", cohort, "65-");
        assertThat(tasks.row("older").orElseThrow().snapshot()).isEqualTo("numbers");
        tasks.save("older", cohort, "70-");
        assertThat(tasks.row("older").orElseThrow().snapshot()).isNull();
        tasks.prepared("older", "65-", "of before", "hashes");
        assertThat(tasks.row("older").orElseThrow().snapshot()).isNull();
        assertThat(tasks.patients("older")).isNull();
    }

    @Test
    void aTaskGoesWhenItIsDeletedAndWithItsCohort() {
        tasks.save("older", cohort, "65-");
        tasks.save("all", cohort, "everybody");
        assertThat(tasks.delete("older")).isTrue();
        assertThat(tasks.delete("older")).isFalse();
        assertThat(tasks.rows()).extracting(TuningTaskRow::name).containsExactly("all");
        cohorts().delete(cohort);
        assertThat(tasks.rows()).isEmpty();
    }
}
