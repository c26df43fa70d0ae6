package org.consilium.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.NotFoundException;
import org.consilium.clinical.Timeline;
import org.consilium.cohort.CohortService;
import org.consilium.job.Progress;
import org.consilium.store.CohortRepository;
import org.consilium.store.Database;
import org.consilium.store.ImportSession;
import org.consilium.store.QualityRepository;
import org.consilium.store.TestStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real store. */
class QualityServiceTest {
    @TempDir private Path home = Path.of("unset");
    private Database database;
    private CohortService cohorts;
    private QualityService service;

    @BeforeEach
    void open() {
        database = TestStores.open(home);
        put(TestStores.CLOCK, Records.sound("a"), Records.sound("b"));
        cohorts = new CohortService(new CohortRepository(database, TestStores.CLOCK));
        service =
                new QualityService(
                        cohorts,
                        List::of,
                        UnitComparison.AS_TEXT,
                        new QualityRepository(database),
                        TestStores.CLOCK);
    }

    private void put(Clock clock, Timeline... timelines) {
        try (ImportSession session =
                new CohortRepository(database, clock).beginImport("Riverside", true)) {
            List.of(timelines).forEach(session::put);
            session.commit();
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Cohort cohort() {
        return cohorts.byName("Riverside");
    }

    private QualityMark mark() {
        return Objects.requireNonNull(service.marks().get(cohort().id()));
    }

    @Test
    void aReportIsKeptAsTheLatest() throws Exception {
        assertThat(service.latest(cohort())).isEmpty();
        assertThat(service.marks()).isEmpty();
        List<String> told = new ArrayList<>();

        QualityReport report =
                service.assessing("Riverside")
                        .run(progress((done, total) -> told.add(done + "/" + total)));

        assertThat(report.patients()).isEqualTo(2);
        assertThat(report.events()).isEqualTo(6);
        assertThat(told).contains("1/2", "2/2");
        assertThat(service.latest(cohort())).contains(report);
        assertThat(mark().points()).isEqualTo(100);
        assertThat(mark().isCurrentFor(cohort())).isTrue();
    }

    @Test
    void afterAnotherImportTheMarkIsOldAndANewReportTakesItsPlace() throws Exception {
        service.assessing("Riverside").run(Progress.NONE);
        put(
                Clock.offset(TestStores.CLOCK, Duration.ofHours(1)),
                Records.record(Records.person("c"), Records.glucose(5, "mmol/L")));

        assertThat(mark().isCurrentFor(cohort())).isFalse();
        service.assessing("Riverside").run(Progress.NONE);

        assertThat(service.latest(cohort()).orElseThrow().patients()).isEqualTo(3);
        assertThat(mark().isCurrentFor(cohort())).isTrue();
        assertThat(mark().points()).isLessThan(100);
    }

    @Test
    void cancelledItLeavesTheOneBefore() throws Exception {
        QualityReport before = service.assessing("Riverside").run(Progress.NONE);
        Progress impatient =
                progress((done, total) -> {
                    if (done == 1) {
                        throw new CancellationException("enough");
                    }
                });

        assertThatThrownBy(() -> service.assessing("Riverside").run(impatient))
                .isInstanceOf(CancellationException.class);

        assertThat(service.latest(cohort())).contains(before);
    }

    @Test
    void aReportGoesWithItsCohort() throws Exception {
        service.assessing("Riverside").run(Progress.NONE);
        Cohort gone = cohort();
        cohorts.delete(gone.id());

        assertThat(service.marks()).isEmpty();
        assertThat(service.latest(gone)).isEmpty();
        assertThatThrownBy(() -> service.assessing("Riverside").run(Progress.NONE))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aLongReportIsKeptWhole() throws Exception {
        Timeline[] many = new Timeline[12_000];
        for (int i = 0; i < many.length; i++) {
            many[i] =
                    Records.record(
                            Records.person("someone-with-a-long-identifier-" + i, "A", "B", null));
        }
        put(TestStores.CLOCK, many);

        QualityReport report = service.assessing("Riverside").run(Progress.NONE);

        PatientList unborn = report.finding(QualityCheck.BIRTH_DATE_MISSING).patients();
        assertThat(unborn.count()).isEqualTo(12_000);
        assertThat(unborn.ids()).hasSize(PatientList.MOST);
        assertThat(service.latest(cohort())).contains(report);
    }

    private interface Watcher {
        void told(long done, long total);
    }

    private static Progress progress(Watcher watcher) {
        return new Progress() {
            @Override
            public void report(long done, long total, String message) {
                watcher.told(done, total);
            }

            @Override
            public void checkCancelled() {}
        };
    }
}
