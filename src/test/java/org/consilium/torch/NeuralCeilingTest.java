package org.consilium.torch;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.Metric;
import org.consilium.tuning.TestVisits;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.VisitMetrics;
import org.consilium.tuning.factor.TrainingOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeuralCeilingTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void learnsWhichItemGoesWithWhichFact(boolean attention) {
        EncodedVisits train = TestVisits.planted(200, 1);
        EncodedVisits test = TestVisits.planted(50, 2);
        TrainingOptions options = new TrainingOptions(8, 4e-3, .9, 32, 0, 0, 0, 0, 1);

        try (NeuralCeiling model = NeuralCeiling.fit(train, attention, options)) {
            double ndcg =
                    VisitMetrics.measure(model, test, ItemFilter.all(test.itemVocabulary()), 0)
                            .mean(Metric.NDCG_10);

            assertThat(ndcg).isGreaterThan(.85);
        }
    }
}
