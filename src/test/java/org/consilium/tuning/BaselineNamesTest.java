package org.consilium.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.consilium.clinical.NotFoundException;
import org.consilium.job.Progress;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.VisitMetrics;
import org.junit.jupiter.api.Test;

class BaselineNamesTest {
    @Test
    void everyBaselineStandsUnderItsNameAndLearns() {
        EncodedVisits train = TestVisits.planted(100, 1);
        EncodedVisits test = TestVisits.planted(100, 2);

        assertThat(Baselines.NAMES)
                .allSatisfy(name -> {
                    Ranker ranker = Baselines.fit(name, train, Progress.NONE);
                    assertThat(ranker.name()).isEqualTo(name);
                    assertThat(ndcg(ranker, test)).isGreaterThan(.45);
                });
    }

    @Test
    void nobodyIsCalledOtherwise() {
        assertThatThrownBy(() -> Baselines.fit("als", TestVisits.planted(2, 1), Progress.NONE))
                .isInstanceOf(NotFoundException.class);
    }

    private static double ndcg(Ranker ranker, EncodedVisits test) {
        return VisitMetrics.measure(ranker, test, ItemFilter.all(test.itemVocabulary()), 0)
                .mean(Metric.NDCG_10);
    }
}
