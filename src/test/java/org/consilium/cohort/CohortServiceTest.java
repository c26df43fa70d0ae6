package org.consilium.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.consilium.clinical.NotFoundException;
import org.consilium.clinical.PatientSummary;
import org.consilium.clinical.Timeline;
import org.consilium.job.Progress;
import org.consilium.store.CohortRepository;
import org.consilium.store.Database;
import org.consilium.store.TestStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CohortServiceTest {
    @TempDir Path home;
    private Database database;
    private CohortService service;
    private List<Timeline> put = List.of();

    @BeforeEach
    void open() {
        database = TestStores.open(home);
        put = TestStores.fill(database, "Ward 7", 12, 1);
        service = new CohortService(new CohortRepository(database, TestStores.CLOCK));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatWasImportedCanBeListedAndOpened() {
        long id = service.byName("Ward 7").id();
        assertThat(service.list()).containsExactly(service.byName("Ward 7"));
        assertThat(service.patients(id))
                .extracting(PatientSummary::patient)
                .containsExactlyInAnyOrderElementsOf(put.stream().map(Timeline::patient).toList());
        assertThat(service.timeline(id, "p3")).isEqualTo(put.get(3));
        service.delete(id);
        assertThat(service.list()).isEmpty();
    }

    @Test
    void whatIsNotThereIsSaidInASentence() {
        assertThatThrownBy(() -> service.byName("Ward 8"))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("There is no cohort called \"Ward 8\".");
        assertThatThrownBy(() -> service.timeline(service.byName("Ward 7").id(), "p99"))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("The cohort has no such patient.");
    }

    @Test
    void streamingReportsAndCanBeCancelled() {
        List<String> reports = new ArrayList<>();
        Progress impatient =
                new Progress() {
                    @Override
                    public void report(long done, long total, String message) {
                        reports.add(done + "/" + total);
                    }

                    @Override
                    public void checkCancelled() {
                        if (reports.size() == 3) {
                            throw new CancellationException("enough");
                        }
                    }
                };
        long id = service.byName("Ward 7").id();
        assertThatThrownBy(() -> service.forEachTimeline(id, impatient, timeline -> {}))
                .isInstanceOf(CancellationException.class);
        assertThat(reports).containsExactly("1/12", "2/12", "3/12");
    }
}
