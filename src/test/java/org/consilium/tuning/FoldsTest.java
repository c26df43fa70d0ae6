package org.consilium.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FoldsTest {
    /** 100 patients with two visits each, on days 0 to 199. */
    private final EncodedVisits visits = TestVisits.planted(100, 4);

    private static SplitOptions by(SplitOptions.Kind kind) {
        return new SplitOptions(kind, 1, SplitOptions.LearnFrom.POOLED);
    }

    private static String site(int patient) {
        return (patient < 40 ? "North/" : "South/") + "hospital-" + patient % 4;
    }

    private Set<Integer> patients(int[] numbers) {
        return Arrays.stream(numbers)
                .mapToObj(visit -> visits.patients()[visit])
                .collect(Collectors.toSet());
    }

    @Test
    void byTimeNothingIsLearnedFromLaterThanAMonthBeforeTheTest() {
        for (Fold fold : new Folds(visits, FoldsTest::site).of(by(SplitOptions.Kind.TIME), 2)) {
            long lastTrained =
                    Arrays.stream(fold.local())
                            .mapToLong(v -> visits.days()[v])
                            .max()
                            .orElseThrow();
            long firstTested =
                    Arrays.stream(fold.test()).mapToLong(v -> visits.days()[v]).min().orElseThrow();

            assertThat(firstTested - lastTrained).isGreaterThan(30);
            assertThat(fold.test()).hasSize(50);
        }
    }

    @Test
    void byPatientNobodyIsInBothPartsAndSeedsTestOthers() {
        List<Fold> folds = new Folds(visits, FoldsTest::site).of(by(SplitOptions.Kind.PATIENT), 2);

        for (Fold fold : folds) {
            assertThat(patients(fold.test()))
                    .hasSize(25)
                    .doesNotContainAnyElementsOf(patients(fold.local()));
        }
        assertThat(patients(folds.getFirst().test()))
                .isNotEqualTo(patients(folds.getLast().test()));
    }

    @Test
    void eachSiteIsTheClinicOnceAndHalfOfItIsTested() {
        List<Fold> folds = new Folds(visits, FoldsTest::site).of(by(SplitOptions.Kind.SITE), 1);

        assertThat(folds).extracting(Fold::site).containsExactly("North", "South");
        Fold north = folds.getFirst();
        assertThat(patients(north.test())).hasSize(20).allMatch(patient -> patient < 40);
        assertThat(patients(north.local()))
                .hasSize(20)
                .allMatch(patient -> patient < 40)
                .doesNotContainAnyElementsOf(patients(north.test()));
        assertThat(patients(north.others())).hasSize(60).allMatch(patient -> patient >= 40);
    }

    @Test
    void deeperSitesAreHospitalsAndSmallOnesAreNotTested() {
        List<Fold> folds =
                new Folds(visits, FoldsTest::site)
                        .of(
                                new SplitOptions(
                                        SplitOptions.Kind.SITE, 2, SplitOptions.LearnFrom.LOCAL),
                                1);

        // North has 4 hospitals of 10 patients, South 4 of 15.
        assertThat(folds)
                .extracting(Fold::site)
                .containsExactly(
                        "South/hospital-0",
                        "South/hospital-1",
                        "South/hospital-2",
                        "South/hospital-3");
    }

    @Test
    void whatIsLearnedFromNeverHoldsATestVisit() {
        for (Fold fold : new Folds(visits, FoldsTest::site).of(by(SplitOptions.Kind.SITE), 1)) {
            for (SplitOptions.LearnFrom from : SplitOptions.LearnFrom.values()) {
                assertThat(Arrays.stream(fold.test()).noneMatch(fold.known(from)::get)).isTrue();
                assertThat(fold.known(from).isEmpty()).isFalse();
            }
        }
    }

    @Test
    void aCohortWithoutSitesSaysSo() {
        assertThatThrownBy(
                        () -> new Folds(visits, patient -> null).of(by(SplitOptions.Kind.SITE), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the records name no such sites");
    }
}
