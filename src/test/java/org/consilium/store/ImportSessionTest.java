package org.consilium.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.CohortChanges;
import org.consilium.clinical.Timeline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportSessionTest {
    @TempDir Path home;
    private final RandomTimelines random = new RandomTimelines(7);
    private Database database;
    private CohortRepository cohorts;

    @BeforeEach
    void open() {
        database = TestStores.open(home);
        cohorts = new CohortRepository(database, TestStores.CLOCK);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nothingIsSeenBeforeCommitAndEverythingAfter() {
        List<Timeline> put = new ArrayList<>();
        try (ImportSession session = cohorts.beginImport("Ward 7", true)) {
            for (int i = 0; i < 200; i++) {
                Timeline timeline = random.next("p" + i, 3, 20);
                put.add(timeline);
                session.put(timeline);
                assertThat(cohorts.list()).isEmpty();
            }
            ImportTotals totals = session.commit();
            assertThat(totals.changes()).isEqualTo(new CohortChanges(200, 0, 0, 4000, 0, 0, 0));
        }
        Cohort cohort = cohorts.byName("Ward 7").orElseThrow();
        assertThat(cohort)
                .isEqualTo(
                        new Cohort(
                                cohort.id(),
                                "Ward 7",
                                true,
                                200,
                                600,
                                4000,
                                TestStores.CLOCK.instant()));
        for (Timeline timeline : put) {
            SameTimeline.check(
                    cohorts.timeline(cohort.id(), timeline.patient().id()).orElseThrow(), timeline);
        }
    }

    @Test
    void aCancelledImportLeavesTheCohortAsItWas() {
        List<Timeline> before = TestStores.fill(database, "Ward 7", 10, 1);
        try (ImportSession session = cohorts.beginImport("Ward 7", false)) {
            for (int i = 0; i < 150; i++) {
                session.put(random.next("p" + i, 1, 3));
            }
        }
        try (ImportSession session = cohorts.beginImport("Never", true)) {
            session.put(random.next("p", 1, 3));
        }
        assertThat(cohorts.list()).extracting(Cohort::name).containsExactly("Ward 7");
        assertThat(read("Ward 7")).hasSize(10).containsAll(before);
        assertThat(rows()).isEqualTo(10);
    }

    @Test
    void twoImportsAtOnceIntoOneCohortAreRefused() {
        try (ImportSession one = cohorts.beginImport("Ward 7", true)) {
            assertThatThrownBy(() -> cohorts.beginImport("Ward 7", true))
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith("Another import into this cohort is under way");
            try (ImportSession elsewhere = cohorts.beginImport("Ward 8", true)) {
                elsewhere.put(random.next("a", 2, 2));
                one.put(random.next("a", 1, 1));
                elsewhere.commit();
            }
            one.commit();
        }
        assertThat(read("Ward 7")).extracting(each -> each.events().size()).containsExactly(1);
        assertThat(read("Ward 8")).extracting(each -> each.events().size()).containsExactly(2);
        cohorts.beginImport("Ward 7", true).close();
    }

    @Test
    void whatIsDeletedWhileAnImportRunsDoesNotComeBack() {
        TestStores.fill(database, "Ward 7", 10, 1);
        try (ImportSession session = cohorts.beginImport("Ward 7", true)) {
            session.put(random.next("p1", 1, 3));
            cohorts.delete(cohorts.byName("Ward 7").orElseThrow().id());
            assertThatThrownBy(session::commit)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("deleted while the import was under way");
        }
        assertThat(cohorts.list()).isEmpty();
        assertThat(rows()).isZero();
    }

    @Test
    void aVeryLongRecordIsKeptInParts() {
        Timeline longest = random.next("p", 2000, 200_000);
        try (ImportSession session = cohorts.beginImport("Long", true)) {
            session.put(longest);
            session.commit();
        }
        assertThat(read("Long")).containsExactly(longest);
        int parts =
                database.read(handle ->
                        handle.createQuery("SELECT COUNT(*) FROM timeline")
                                .mapTo(Integer.class)
                                .one());
        assertThat(parts).isGreaterThan(1);
    }

    @Test
    void anImportOfNobodyChangesNothing() {
        try (ImportSession session = cohorts.beginImport("Empty", true)) {
            assertThat(session.commit())
                    .isEqualTo(new ImportTotals(0, CohortChanges.NONE, 0, List.of()));
        }
        assertThat(cohorts.list()).isEmpty();
    }

    @Test
    void afterItsEndNothingMoreIsTaken() {
        ImportSession session = cohorts.beginImport("Ward 7", true);
        session.close();
        assertThatThrownBy(() -> session.put(random.next("p", 1, 1)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(session::commit).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theNextOpeningRemovesWhatAKilledImportLeft() {
        ImportSession killed = cohorts.beginImport("Ward 7", true);
        for (int i = 0; i < 300; i++) {
            killed.put(random.next("p" + i, 1, 3));
        }
        database.close();
        open();
        assertThat(rows()).isZero();
        assertThat(cohorts.list()).isEmpty();
    }

    private List<Timeline> read(String cohort) {
        List<Timeline> all = new ArrayList<>();
        cohorts.forEach(cohorts.byName(cohort).orElseThrow().id(), all::add);
        return all;
    }

    private int rows() {
        return database.read(handle ->
                handle.createQuery("SELECT COUNT(*) FROM patient").mapTo(Integer.class).one());
    }
}
