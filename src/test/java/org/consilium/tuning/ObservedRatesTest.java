package org.consilium.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.consilium.recommend.Calibration;
import org.junit.jupiter.api.Test;

class ObservedRatesTest {
    private static final double[] SCORES =
            IntStream.range(0, 200).mapToDouble(i -> -5 + i / 20.).toArray();

    private static double[] all(double cases) {
        double[] row = new double[SCORES.length];
        Arrays.fill(row, cases);
        return row;
    }

    private static double[] started(double cases, double slope) {
        return Arrays.stream(SCORES).map(s -> cases / (1 + Math.exp(-slope * s))).toArray();
    }

    @Test
    void whatHappensMoreOftenThanTheLineSaysIsCorrectedWhereItHappens() {
        double[] happened = started(1_000, 1);
        for (int i = 0; i < SCORES.length; i++) {
            if (SCORES[i] > -1 && SCORES[i] < 1) {
                happened[i] += 120;
            }
        }

        Calibration moved =
                ObservedRates.through(Calibration.IDENTITY, SCORES, all(1_000), happened);

        assertThat(moved.probability(0)).isCloseTo(.62, within(.03));
        assertThat(moved.probability(-3)).isCloseTo(1 / (1 + Math.exp(3)), within(.01));
        assertThat(moved.probability(4)).isCloseTo(1 / (1 + Math.exp(-4)), within(.01));
    }

    @Test
    void aHigherScoreNeverHasALowerProbability() {
        double[] happened = all(300);

        Calibration moved =
                ObservedRates.through(Calibration.IDENTITY, SCORES, all(1_000), happened);

        double last = 0;
        for (double score = -12; score < 12; score += .1) {
            assertThat(moved.probability(score)).isGreaterThan(last);
            last = moved.probability(score);
        }
    }

    @Test
    void tooFewStartsLeaveTheLine() {
        assertThat(ObservedRates.through(Calibration.IDENTITY, SCORES, all(1), started(.01, 1)))
                .isEqualTo(Calibration.IDENTITY);
    }
}
