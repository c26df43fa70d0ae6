package org.consilium.tuning.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.consilium.job.Progress;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.Metric;
import org.consilium.tuning.Ranker;
import org.consilium.tuning.TestVisits;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.VisitMetrics;
import org.junit.jupiter.api.Test;

class ImplicitAlsTest {
    private static final ImplicitAls.Options SMALL = new ImplicitAls.Options(12, 20, 1, 15, 1);

    @Test
    void aVectorWorkedOutByHand() {
        // Y = [1 0; 1 1], a row with the first column only, alpha 1, lambda 1: Y'Y = [2 1; 1 1], so
        // [2+1+1 1; 1 1+1] x = 2 [1; 0], and x = 2 [2; -1] / 7.
        double[][] columns = {{1, 0}, {1, 1}};
        double[] x = {9, 9};

        new FactorSolver(columns, FactorSolver.gram(columns, 2), 1, 1).solve(new int[] {0}, x);

        assertThat(x).containsExactly(new double[] {4 / 7., -2 / 7.}, within(1e-12));
    }

    @Test
    void aVectorOfManyColumnsIsWhereTheGradientVanishes() {
        int factors = 17;
        double[][] columns = new double[40][factors];
        for (int c = 0; c < columns.length; c++) {
            for (int k = 0; k < factors; k++) {
                columns[c][k] = Math.sin(1 + c * factors + k * k);
            }
        }
        int[] seen = {0, 3, 4, 9, 17, 21, 39};
        double[] x = new double[factors];

        new FactorSolver(columns, FactorSolver.gram(columns, factors), 5, .3).solve(seen, x);

        for (int k = 0; k < factors; k++) {
            double gradient = .3 * x[k];
            for (int c = 0; c < columns.length; c++) {
                boolean has = Arrays.binarySearch(seen, c) >= 0;
                double error = FactorSolver.dot(x, columns[c]) - (has ? 1 : 0);
                gradient += (has ? 6 : 1) * error * columns[c][k];
            }
            assertThat(gradient).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void aNewVisitIsFoldedInByItsFacts() {
        EncodedVisits train = TestVisits.planted(200, 1);
        EncodedVisits test = TestVisits.planted(100, 2);

        assertThat(ndcg(fit(train), test)).isGreaterThan(.9);
        assertThat(ndcg(Popularity.fit(train), test)).isLessThan(.7);
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        EncodedVisits train = TestVisits.planted(50, 1);
        ImplicitAls.Options other = new ImplicitAls.Options(12, 20, 1, 15, 2);

        assertThat(scores(fit(train))).containsExactly(scores(fit(train)));
        assertThat(scores(ImplicitAls.fit(train, other, Progress.NONE)))
                .isNotEqualTo(scores(fit(train)));
    }

    @Test
    void noVisitsAndNoFactsSayNothing() {
        EncodedVisits none = TestVisits.with(20, 11).encoded();
        float[] scores = new float[11];
        Arrays.fill(scores, 9);

        fit(TestVisits.planted(50, 1)).score(new int[0], scores);

        assertThat(scores(fit(none))).containsOnly(0);
        assertThat(scores).containsOnly(0);
    }

    @Test
    void canBeCancelled() {
        assertThatThrownBy(() ->
                        ImplicitAls.fit(TestVisits.planted(30, 1), SMALL, TestProgress.CANCELLED))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> new ImplicitAls.Options(0, 1, 1, 1, 1))
                .hasMessageContaining("at least 1");
        assertThatThrownBy(() -> new ImplicitAls.Options(1, 0, 1, 1, 1))
                .hasMessageContaining("above 0");
    }

    private static ImplicitAls fit(EncodedVisits train) {
        return ImplicitAls.fit(train, SMALL, Progress.NONE);
    }

    private static float[] scores(ImplicitAls model) {
        float[] scores = new float[11];
        model.score(new int[] {0, 3}, scores);
        return scores;
    }

    private static double ndcg(Ranker ranker, EncodedVisits test) {
        return VisitMetrics.measure(ranker, test, ItemFilter.all(test.itemVocabulary()), 0)
                .mean(Metric.NDCG_10);
    }
}
