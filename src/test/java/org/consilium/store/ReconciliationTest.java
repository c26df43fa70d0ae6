package org.consilium.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.CohortChanges;
import org.consilium.clinical.KnownPatients;
import org.consilium.clinical.Timeline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a second import makes of a cohort. */
class ReconciliationTest {
    private static final int PATIENTS = 150;

    @TempDir Path home;
    private Database database;
    private CohortRepository cohorts;
    private List<Timeline> first;

    @BeforeEach
    void open() {
        database = TestStores.open(home);
        cohorts = new CohortRepository(database, TestStores.CLOCK);
        first = TestStores.fill(database, "Ward 7", PATIENTS, 1);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private ImportTotals put(KnownPatients known, List<Timeline> timelines) {
        try (ImportSession session =
                cohorts.beginImport(new ImportOptions("Ward 7", true, known))) {
            timelines.forEach(session::put);
            ImportTotals expected = session.totals();
            ImportTotals totals = session.commit();
            assertThat(totals).isEqualTo(expected);
            return totals;
        }
    }

    @Test
    void theSameFileAgainChangesNothing() {
        ImportTotals totals = put(KnownPatients.UPDATE, first);
        assertThat(totals.changes())
                .isEqualTo(new CohortChanges(0, 0, PATIENTS, 0, 0, 40L * PATIENTS, 0));
        assertThat(read()).containsExactlyInAnyOrderElementsOf(first);
        assertThat(put(KnownPatients.REPLACE, first).changes()).isEqualTo(totals.changes());
        assertThat(rows()).isEqualTo(PATIENTS);
    }

    @Test
    void aSecondMonthIsAddedToTheFirst() {
        List<Timeline> month = new ArrayList<>();
        RandomTimelines random = new RandomTimelines(99);
        for (Timeline before : first.subList(0, 100)) {
            Timeline news = random.next(before.patient().id(), 1, 7);
            month.add(new Timeline(before.patient(), news.encounters(), news.events()));
        }
        month.add(random.next("new", 2, 3));
        assertThat(put(KnownPatients.UPDATE, month).changes())
                .isEqualTo(new CohortChanges(1, 100, 0, 703, 0, 0, 0));
        Cohort cohort = cohorts.byName("Ward 7").orElseThrow();
        assertThat(cohort.patients()).isEqualTo(PATIENTS + 1);
        assertThat(cohort.events()).isEqualTo(40L * PATIENTS + 703);
        Timeline both = cohorts.timeline(cohort.id(), "p5").orElseThrow();
        assertThat(both.events())
                .containsAll(first.get(5).events())
                .containsAll(month.get(5).events());
        assertThat(both.encounters()).hasSize(6);
        assertThat(put(KnownPatients.UPDATE, month).changes())
                .isEqualTo(new CohortChanges(0, 0, 101, 0, 0, 703, 0));
        assertThat(rows()).isEqualTo(PATIENTS + 1);
    }

    @Test
    void replacingTakesTheNewRecordWhole() {
        Timeline before = first.get(3);
        Timeline now = new Timeline(before.patient(), List.of(), before.events().subList(10, 40));
        ImportTotals totals = put(KnownPatients.REPLACE, List.of(now));
        assertThat(totals.changes()).isEqualTo(new CohortChanges(0, 1, 0, 0, 0, 30, 10));
        assertThat(cohorts.timeline(totals.cohortId(), "p3")).contains(now);
    }

    @Test
    void oneWhoComesTwiceInAnImportIsOnePatient() {
        Timeline known = first.get(2);
        Timeline half =
                new Timeline(known.patient(), known.encounters(), known.events().subList(0, 20));
        Timeline other =
                new Timeline(known.patient(), known.encounters(), known.events().subList(20, 40));
        Timeline fresh = new RandomTimelines(5).next("new", 2, 10);
        Timeline more =
                new Timeline(
                        fresh.patient(),
                        List.of(),
                        new RandomTimelines(6).next("new", 0, 4).events());
        List<Timeline> all = new ArrayList<>(List.of(half, fresh, other, more));
        for (int i = 0; i < 3; i++) {
            all.addAll(first.subList(10, 110));
            all.add(fresh);
        }
        ImportTotals totals = put(KnownPatients.UPDATE, all);
        assertThat(totals.changes().patientsAdded()).isEqualTo(1);
        assertThat(totals.changes().patientsUpdated()).isZero();
        assertThat(totals.changes().patientsUnchanged()).isEqualTo(101);
        assertThat(totals.changes().eventsAdded()).isEqualTo(14);
        assertThat(cohorts.timeline(totals.cohortId(), "new").orElseThrow().events())
                .hasSize(14)
                .containsAll(fresh.events())
                .containsAll(more.events());
        assertThat(cohorts.timeline(totals.cohortId(), "p2")).contains(known);
        assertThat(rows()).isEqualTo(PATIENTS + 1);
    }

    @Test
    void anotherPersonUnderTheSameIdIsRefused() {
        Timeline stored = SamplePeople.woman("x1");
        put(KnownPatients.UPDATE, List.of(stored));
        Timeline other = SamplePeople.man("x1");
        ImportTotals totals =
                put(KnownPatients.UPDATE, List.of(first.getFirst(), other, first.get(1)));
        assertThat(totals.refused()).isEqualTo(1);
        assertThat(totals.refusedAt()).containsExactly(2L);
        assertThat(totals.changes().patients()).isEqualTo(2);
        assertThat(cohorts.timeline(totals.cohortId(), "x1")).contains(stored);
        put(KnownPatients.REPLACE, List.of(other));
        assertThat(cohorts.timeline(totals.cohortId(), "x1")).contains(other);
    }

    @Test
    void anImportThatIsTakenBackLeavesEveryRecordAsItWas() {
        try (ImportSession session = cohorts.beginImport("Ward 7", false)) {
            RandomTimelines random = new RandomTimelines(3);
            for (Timeline before : first) {
                session.keep(List.of(before));
                Timeline news = random.next(before.patient().id(), 1, 7);
                session.put(new Timeline(before.patient(), news.encounters(), news.events()));
            }
            assertThat(session.totals().changes().patientsUpdated()).isEqualTo(PATIENTS);
        }
        assertThat(read()).containsExactlyInAnyOrderElementsOf(first);
        assertThat(rows()).isEqualTo(PATIENTS);
        assertThat(count("import_fragment")).isZero();
    }

    @Test
    void whatWasKeptComesBackInItsOrder() {
        List<Timeline> parts = new ArrayList<>();
        RandomTimelines random = new RandomTimelines(8);
        for (int i = 0; i < 9; i++) {
            parts.add(random.next("p" + i % 3, 2, i));
        }
        Timeline longest = random.next("p0", 100, 100_000);
        try (ImportSession session = cohorts.beginImport("Ward 8", true)) {
            session.keep(parts.subList(0, 5));
            session.keep(parts.subList(5, 9));
            session.keep(List.of(longest));
            var kept = session.kept(List.of("p0", "p2", "nobody"));
            assertThat(kept).containsOnlyKeys("p0", "p2");
            assertThat(kept.get("p0"))
                    .extracting(Timeline::events)
                    .containsExactly(
                            parts.get(0).events(),
                            parts.get(3).events(),
                            parts.get(6).events(),
                            longest.events());
            assertThat(kept.get("p2")).hasSize(3);
        }
        assertThat(count("import_fragment")).isZero();
    }

    private List<Timeline> read() {
        List<Timeline> all = new ArrayList<>();
        cohorts.forEach(cohorts.byName("Ward 7").orElseThrow().id(), all::add);
        return all;
    }

    private int rows() {
        return count("patient");
    }

    private int count(String table) {
        return database.read(handle ->
                handle.createQuery("SELECT COUNT(*) FROM " + table).mapTo(Integer.class).one());
    }
}
