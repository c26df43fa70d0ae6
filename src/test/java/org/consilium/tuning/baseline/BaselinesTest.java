package org.consilium.tuning.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.consilium.job.Progress;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.Metric;
import org.consilium.tuning.Ranker;
import org.consilium.tuning.TestVisits;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.VisitMetrics;
import org.junit.jupiter.api.Test;

class BaselinesTest {
    private static final int[] NONE = {};

    /** Facts 0 and 2 are conditions, 1 a treatment. */
    private final EncodedVisits small =
            TestVisits.with(5, 3)
                    .visit(0, new int[] {0}, 0)
                    .visit(0, new int[] {0, 1}, 0, 1)
                    .visit(1, new int[] {1}, 1)
                    .visit(1, new int[] {2})
                    .encoded();

    @Test
    void popularityIsTheFractionOfVisits() {
        assertThat(scores(Popularity.fit(small), 0, 2)).containsExactly(.5f, .5f, 0);
    }

    @Test
    void popularityGivenConditionsIsTheSmoothedMeanOverThem() {
        Ranker ranker =
                PopularityGivenConditions.fit(small, new PopularityGivenConditions.Options(2));

        // P(0 | fact 0) = (2 + 2 * .5) / (2 + 2) = .75; P(1 | fact 0) = (1 + 1) / 4 = .5.
        assertThat(scores(ranker, 0, 1)).containsExactly(.75f, .5f, 0);
        // P(0 | fact 2) = (0 + 1) / (1 + 2) = 1/3, so the mean with fact 0 is 13/24.
        assertThat(scores(ranker, 0, 2)[0]).isCloseTo(13 / 24f, within(1e-6f));
    }

    @Test
    void withoutAConditionOrWithAnUnseenOneItIsPopularity() {
        Ranker ranker =
                PopularityGivenConditions.fit(small, PopularityGivenConditions.Options.DEFAULT);

        assertThat(scores(ranker, 1)).containsExactly(.5f, .5f, 0);
        assertThat(scores(ranker)).containsExactly(.5f, .5f, 0);
        assertThat(scores(ranker, 4)).containsExactly(.5f, .5f, 0);
    }

    @Test
    void neighboursAreBySmoothedCosine() {
        Ranker plain = ItemKnn.fit(small, new ItemKnn.Options(10, 0));
        Ranker shrunk = ItemKnn.fit(small, new ItemKnn.Options(10, 2));

        // Fact 0 in 2 visits, item 0 in 2, together in 2: cosine 1; with item 1 together once: 1/2.
        assertThat(scores(plain, 0)).containsExactly(1, .5f, 0);
        assertThat(scores(plain, 0, 1)).containsExactly(1.5f, 1.5f, 0);
        assertThat(scores(shrunk, 0)).containsExactly(.5f, .25f, 0);
    }

    @Test
    void onlyTheNearestFactsOfAnItemCount() {
        Ranker one = ItemKnn.fit(small, new ItemKnn.Options(1, 0));

        // Item 0 keeps fact 0, item 1 keeps fact 1.
        assertThat(scores(one, 0)).containsExactly(1, 0, 0);
        assertThat(scores(one, 1)).containsExactly(0, 1, 0);
    }

    @Test
    void whatLooksAtThePatientBeatsWhatDoesNot() {
        EncodedVisits train = TestVisits.planted(200, 1);
        EncodedVisits test = TestVisits.planted(100, 2);
        double popularity = ndcg(Popularity.fit(train), test);

        List<Ranker> others =
                List.of(
                        PopularityGivenConditions.fit(
                                train, PopularityGivenConditions.Options.DEFAULT),
                        ItemKnn.fit(train, ItemKnn.Options.DEFAULT),
                        Ridge.fit(train, RidgeOptions.DEFAULT, Progress.NONE).ranker());

        assertThat(popularity).isLessThan(.7);
        assertThat(others).allSatisfy(ranker -> assertThat(ndcg(ranker, test)).isGreaterThan(.85));
        assertThat(others)
                .extracting(Ranker::name)
                .containsExactly("popularity-given-conditions", "itemknn", "ridge");
    }

    @Test
    void trainingOnNoVisitsGivesEqualScores() {
        EncodedVisits nothing = small.subset(NONE);

        assertThat(scores(Popularity.fit(nothing), 0)).containsExactly(0, 0, 0);
        assertThat(scores(ItemKnn.fit(nothing, ItemKnn.Options.DEFAULT), 0))
                .containsExactly(0, 0, 0);
        assertThat(scores(Ridge.fit(nothing, RidgeOptions.DEFAULT, Progress.NONE).ranker(), 0))
                .containsExactly(0, 0, 0);
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> new ItemKnn.Options(0, 1)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> new PopularityGivenConditions.Options(0))
                .hasMessageContaining("above 0");
    }

    private static float[] scores(Ranker ranker, int... facts) {
        float[] scores = {9, 9, 9};
        ranker.score(facts, scores);
        return scores;
    }

    private static double ndcg(Ranker ranker, EncodedVisits test) {
        return VisitMetrics.measure(ranker, test, ItemFilter.all(test.itemVocabulary()), 0)
                .mean(Metric.NDCG_10);
    }
}
