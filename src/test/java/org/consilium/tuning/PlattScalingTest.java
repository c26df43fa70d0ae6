package org.consilium.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.consilium.recommend.Calibration;
import org.consilium.tuning.evaluation.ScoredCases;
import org.junit.jupiter.api.Test;

class PlattScalingTest {

    @Test
    void twoScoresAreFittedExactlyOnAnyScale() {
        // With two scores a logistic curve can go through both rates.
        for (double scale : new double[] {.001, 1, 5_000}) {
            Calibration fitted =
                    PlattScaling.fit(
                            new ScoredCases(
                                    new double[] {scale, 3 * scale},
                                    new double[] {10_000, 100},
                                    new double[] {10, 40}));

            assertThat(fitted.probability(scale)).isCloseTo(.001, within(1e-5));
            assertThat(fitted.probability(3 * scale)).isCloseTo(.4, within(1e-4));
        }
    }

    @Test
    void oneScoreForAllHasTheRateOfAll() {
        Calibration fitted =
                PlattScaling.fit(
                        new ScoredCases(new double[] {2}, new double[] {200}, new double[] {50}));

        assertThat(fitted.probability(2)).isCloseTo(.25, within(.01));
    }
}
