package org.consilium.ui.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.consilium.clinical.Decision;
import org.consilium.clinical.Decision.Verdict;
import org.consilium.store.ChildJvm;
import org.consilium.store.CohortRepository;
import org.consilium.store.Database;
import org.consilium.store.DecisionRepository;
import org.consilium.store.TestStores;
import org.consilium.ui.SamplePatient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the process behind the screen: what the screen had said is on disk. */
class KilledDeskTest {
    private static final int ROUNDS = 2;
    private static final long MILLIS = 400;
    private static final List<Verdict> ORDER =
            List.of(
                    Verdict.ACCEPTED,
                    Verdict.DECLINED,
                    Verdict.MODIFIED,
                    Verdict.SNOOZED,
                    Verdict.UNDONE);

    @TempDir Path home;

    @Test
    void whatTheScreenSaidIsOnDiskAfterAKill() throws Exception {
        int before = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<String> said = said();
            assertThat(said).hasSizeGreaterThan(1).doesNotContain("Saving", "Not recorded");
            List<Decision> kept = kept();
            List<Decision> news = kept.subList(before, kept.size());
            assertThat(news).hasSizeBetween(said.size(), said.size() + 1);
            for (int i = 0; i < news.size(); i++) {
                assertThat(news.get(i).verdict()).isEqualTo(ORDER.get(i % ORDER.size()));
                assertThat(news.get(i).model()).isEqualTo("synthea-base-1");
                assertThat(news.get(i).explanation()).contains("\"attributions\":[{");
            }
            before = kept.size();
        }
    }

    private List<String> said() throws Exception {
        try (ChildJvm child = ChildJvm.start("", KilledDesk.class, home.toString())) {
            List<String> said = new ArrayList<>();
            said.add(Objects.requireNonNull(child.line(), "the child said nothing"));
            Thread.sleep(MILLIS);
            said.addAll(child.kill());
            return said;
        }
    }

    private List<Decision> kept() {
        try (Database database = TestStores.open(home)) {
            assertThat(database.check()).isEmpty();
            long cohort =
                    new CohortRepository(database, Clock.systemUTC())
                            .byName(KilledDesk.COHORT)
                            .orElseThrow()
                            .id();
            return new DecisionRepository(database)
                    .ofPatient(cohort, SamplePatient.patient().id())
                    .reversed();
        }
    }
}
