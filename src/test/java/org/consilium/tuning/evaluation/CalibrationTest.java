package org.consilium.tuning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.TestRankers;
import org.consilium.tuning.TestVisits;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final int[] NONE = {};

    @Test
    void binsAndErrorWorkedOutByHand() {
        // 4 visits x 2 items. Item 0 always has .75 and starts in 2 of 4; item 1 has .05, never.
        // ECE = (4 * |.5 - .75| + 4 * |0 - .05|) / 8 = .15.
        EncodedVisits visits =
                TestVisits.with(1, 2)
                        .visit(0, NONE, 0)
                        .visit(0, NONE, 0)
                        .visit(1, NONE)
                        .visit(2, NONE)
                        .encoded();

        Calibration measured = calibration(visits, .75f, .05f);

        assertThat(measured.cases()).isEqualTo(8);
        assertThat(measured.expectedCalibrationError()).isCloseTo(.15, within(1e-7));
        assertThat(measured.bins()).hasSize(2);
        Calibration.Bin high = measured.bins().getLast();
        assertThat(high.low()).isEqualTo(.7);
        assertThat(high.high()).isEqualTo(.8);
        assertThat(high.cases()).isEqualTo(4);
        assertThat(high.meanProbability()).isCloseTo(.75, within(1e-7));
        assertThat(high.observedRate()).isEqualTo(.5);
    }

    @Test
    void certaintyFallsIntoTheLastBinAndActiveItemsAreNoCases() {
        EncodedVisits visits =
                TestVisits.with(1, 2).visit(0, 0, NONE, new int[] {0}, new int[] {1}).encoded();

        Calibration measured = calibration(visits, 1, .5f);

        assertThat(measured.cases()).isEqualTo(1);
        assertThat(measured.expectedCalibrationError()).isZero();
        assertThat(measured.bins().getFirst().low()).isEqualTo(.9);
    }

    @Test
    void errorWithinLeavesOutTheManyNear0() {
        // 4 visits x 2 items: .75 starts in 2 of 4, |.5 - .75| = .25; the .05 are not looked at.
        EncodedVisits visits =
                TestVisits.with(1, 2)
                        .visit(0, NONE, 0)
                        .visit(0, NONE, 0)
                        .visit(1, NONE)
                        .visit(2, NONE)
                        .encoded();

        assertThat(calibration(visits, .75f, .05f).errorWithin(.1, .9))
                .isCloseTo(.25, within(1e-7));
        assertThat(calibration(visits, .05f, .05f).errorWithin(.1, .9)).isNaN();
    }

    @Test
    void whatCannotBeRecommendedHasAProbabilityOf0() {
        EncodedVisits visits = TestVisits.with(1, 2).visit(0, NONE, 0).encoded();

        Calibration measured = calibration(visits, Float.NEGATIVE_INFINITY, .25f);

        assertThat(measured.bins().getFirst().meanProbability()).isZero();
        assertThat(measured.bins().getFirst().observedRate()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNoProbability() {
        EncodedVisits visits = TestVisits.with(1, 2).visit(0, NONE, 0).encoded();

        assertThatThrownBy(() -> calibration(visits, 3, 0)).hasMessage("not a probability: 3.0");
    }

    private static Calibration calibration(EncodedVisits visits, float... probabilities) {
        return Calibration.measure(
                TestRankers.fixed(probabilities),
                visits,
                ItemFilter.all(visits.itemVocabulary()),
                score -> score,
                10);
    }
}
