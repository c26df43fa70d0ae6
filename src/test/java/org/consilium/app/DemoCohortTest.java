package org.consilium.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.PatientSummary;
import org.consilium.job.Progress;
import org.consilium.recommend.Attribution;
import org.consilium.recommend.Recommendation;
import org.consilium.recommend.RecommendationRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demo as anybody opens it: the shipped patients and the shipped model. */
class DemoCohortTest {
    private static final double TOLERANCE = 1e-4;

    private static DemoStore demo;

    @BeforeAll
    static void open() throws Exception {
        demo = DemoStore.make(Path.of("models"), Progress.NONE);
    }

    @AfterAll
    static void close() throws Exception {
        demo.close();
        assertThat(demo.folder()).doesNotExist();
    }

    private static Cohort cohort() {
        return demo.context().cohorts().byName(DemoCohort.NAME);
    }

    private static List<Recommendation> all(String patient) {
        return demo.context()
                .recommendations()
                .recommend(
                        new RecommendationRequest(
                                cohort().id(), patient, null, Integer.MAX_VALUE, Set.of(), null))
                .items();
    }

    @Test
    void holdsSyntheticPatientsAndNoTableOutsideTheStore() throws Exception {
        assertThat(cohort().synthetic()).isTrue();
        assertThat(cohort().patients()).isEqualTo(200);
        try (var files = Files.walk(demo.folder())) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".csv"));
        }
    }

    @Test
    void biasAndContributionsAddUpToTheScoreForEveryItemOfEveryPatient() {
        long checked = 0;
        for (PatientSummary patient : demo.context().cohorts().patients(cohort().id())) {
            for (Recommendation item : all(patient.patient().id())) {
                double sum = item.bias();
                for (Attribution share : item.attributions()) {
                    sum += share.contribution();
                }
                // no message is built unless it fails: there are some 60,000 items
                if (Math.abs(sum - item.score()) > TOLERANCE) {
                    assertThat(sum).as(item.item().display()).isEqualTo(item.score());
                }
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(200L * 300);
    }

    @Test
    void theMoreProbableComesFirstAndWhatGoesOnIsNotAdvised() {
        String patient = demo.context().cohorts().patients(cohort().id()).getFirst().patient().id();
        List<Recommendation> items = all(patient);
        assertThat(items)
                .isSortedAccordingTo((a, b) -> Double.compare(b.probability(), a.probability()));
        assertThat(items).extracting(Recommendation::probability).allMatch(p -> p >= 0 && p <= 1);
    }
}
