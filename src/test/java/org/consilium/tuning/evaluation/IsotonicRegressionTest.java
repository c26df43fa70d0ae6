package org.consilium.tuning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.TestRankers;
import org.consilium.tuning.TestVisits;
import org.junit.jupiter.api.Test;

class IsotonicRegressionTest {

    @Test
    void neighboursThatFallArePooled() {
        // Rates 0/2, 2/2, 1/2, 3/4: the second and third become 3/4, which pools with the fourth.
        IsotonicRegression fitted =
                IsotonicRegression.fit(
                        new ScoredCases(
                                new double[] {1, 2, 3, 4},
                                new double[] {2, 2, 2, 4},
                                new double[] {0, 2, 1, 3}));

        assertThat(fitted.probability(1)).isZero();
        assertThat(fitted.probability(2)).isEqualTo(.75);
        assertThat(fitted.probability(3)).isEqualTo(.75);
        assertThat(fitted.probability(4)).isEqualTo(.75);
    }

    @Test
    void scoresOutsideAndBetweenBelongToTheBlockBelow() {
        IsotonicRegression fitted =
                IsotonicRegression.fit(
                        new ScoredCases(
                                new double[] {1, 2}, new double[] {4, 4}, new double[] {1, 3}));

        assertThat(fitted.probability(-9)).isEqualTo(.25);
        assertThat(fitted.probability(1.9)).isEqualTo(.25);
        assertThat(fitted.probability(9)).isEqualTo(.75);
        assertThat(fitted.probability(Double.NEGATIVE_INFINITY)).isZero();
    }

    @Test
    void casesAreGatheredByScoreWithoutActiveItemsAndImpossibleOnes() {
        EncodedVisits visits =
                TestVisits.with(1, 4)
                        .visit(0, 0, new int[0], new int[] {0}, new int[] {3})
                        .visit(1, 1, new int[0], new int[] {1}, new int[0])
                        .encoded();

        ScoredCases cases =
                ScoredCases.of(
                        TestRankers.fixed(-2, 5, Float.NEGATIVE_INFINITY, 5),
                        visits,
                        ItemFilter.all(visits.itemVocabulary()));

        assertThat(cases.scores()).containsExactly(-2, 5);
        assertThat(cases.cases()).containsExactly(2, 3);
        assertThat(cases.started()).containsExactly(1, 1);
    }
}
