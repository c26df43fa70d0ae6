package org.consilium.tuning.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import org.consilium.job.Progress;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.Metric;
import org.consilium.tuning.Ranker;
import org.consilium.tuning.TestVisits;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.VisitMetrics;
import org.junit.jupiter.api.Test;

class BprFactorsTest {
    private static final BprFactors.Options SMALL = new BprFactors.Options(8, 30, .1, .001, 1);

    @Test
    void visitsThatNobodyTrainedOnAreRankedByTheirFacts() {
        EncodedVisits train = TestVisits.planted(200, 1);
        EncodedVisits test = TestVisits.planted(100, 2);

        assertThat(ndcg(fit(train, SMALL), test)).isGreaterThan(.9);
        assertThat(ndcg(Popularity.fit(train), test)).isLessThan(.7);
    }

    @Test
    void withoutFactsWhatIsStartedMostComesFirst() {
        // Item 10 is started by half of all visits, every other by a tenth.
        float[] scores = new float[11];

        fit(TestVisits.planted(200, 1), SMALL).score(new int[0], scores);

        for (int item = 0; item < 10; item++) {
            assertThat(scores[10]).isGreaterThan(scores[item]);
        }
    }

    @Test
    void itemsThatWereActiveAreNotRankedBelowTargets() {
        // Item 1 is never started, but in every visit because it was active: nothing is known
        // against it. Item 2 could have been started and never was.
        TestVisits visits = TestVisits.with(1, 3);
        for (int patient = 0; patient < 40; patient++) {
            visits.visit(patient, patient, new int[] {0}, new int[] {0}, new int[] {1});
        }
        float[] scores = new float[3];

        fit(visits.encoded(), SMALL).score(new int[] {0}, scores);

        assertThat(scores[0]).isGreaterThan(scores[1]);
        assertThat(scores[1]).isGreaterThan(scores[2]);
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        EncodedVisits train = TestVisits.planted(50, 1);

        assertThat(scores(fit(train, SMALL))).containsExactly(scores(fit(train, SMALL)));
        assertThat(scores(fit(train, new BprFactors.Options(8, 30, .1, .001, 2))))
                .isNotEqualTo(scores(fit(train, SMALL)));
    }

    @Test
    void whereEverythingIsATargetThereIsNothingToRank() {
        EncodedVisits all = TestVisits.with(1, 2).visit(0, new int[] {0}, 0, 1).encoded();
        float[] scores = new float[2];

        fit(all, SMALL).score(new int[0], scores);

        assertThat(scores).containsExactly(0, 0);
    }

    @Test
    void stepsThatAreTooLongAreSaidToBe() {
        assertThatThrownBy(() ->
                        fit(TestVisits.planted(50, 1), new BprFactors.Options(8, 30, 1e9, 1, 1)))
                .hasMessageContaining("too high");
    }

    @Test
    void canBeCancelled() {
        assertThatThrownBy(() ->
                        BprFactors.fit(TestVisits.planted(30, 1), SMALL, TestProgress.CANCELLED))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> new BprFactors.Options(1, 0, 1, 0, 1))
                .hasMessageContaining("at least 1");
        assertThatThrownBy(() -> new BprFactors.Options(1, 1, 0, 0, 1))
                .hasMessageContaining("above 0");
    }

    private static BprFactors fit(EncodedVisits train, BprFactors.Options options) {
        return BprFactors.fit(train, options, Progress.NONE);
    }

    private static float[] scores(BprFactors model) {
        float[] scores = new float[11];
        model.score(new int[] {0, 3}, scores);
        return scores;
    }

    private static double ndcg(Ranker ranker, EncodedVisits test) {
        return VisitMetrics.measure(ranker, test, ItemFilter.all(test.itemVocabulary()), 0)
                .mean(Metric.NDCG_10);
    }
}
