package org.consilium.tuning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.Estimate;
import org.consilium.tuning.Metric;
import org.consilium.tuning.TestRankers;
import org.consilium.tuning.TestVisits;
import org.junit.jupiter.api.Test;

class ClusterBootstrapTest {
    private final Evaluator evaluator = new Evaluator(new EvaluationOptions(3, 500));

    /** Of 60 patients with a visit each the first so many are served well. */
    private static PatientSums sums(int served) {
        TestVisits visits = TestVisits.with(1, 12);
        IntStream.range(0, 60).forEach(p -> visits.visit(p, new int[0], p < served ? 0 : 11));
        EncodedVisits encoded = visits.encoded();
        float[] scores = new float[12];
        IntStream.range(0, 12).forEach(item -> scores[item] = -item);
        return PatientSums.of(
                VisitMetrics.measure(
                        TestRankers.fixed(scores),
                        encoded,
                        ItemFilter.all(encoded.itemVocabulary()),
                        0));
    }

    private Estimate hit(List<List<PatientSums>> folds) {
        return evaluator.metrics(folds).getOrDefault(Metric.HIT_RATE_5, new Estimate(0, 0, 0));
    }

    @Test
    void ofSeveralFoldsIsTheMeanOfTheirMeans() {
        assertThat(hit(List.of(List.of(sums(15)), List.of(sums(45)))).mean())
                .isCloseTo(.5, within(1e-12));
    }

    @Test
    void foldsThatDisagreeWidenTheInterval() {
        Estimate agreeing = hit(List.of(List.of(sums(30)), List.of(sums(30)), List.of(sums(30))));
        Estimate disagreeing = hit(List.of(List.of(sums(5)), List.of(sums(30)), List.of(sums(55))));

        assertThat(agreeing.mean()).isCloseTo(disagreeing.mean(), within(1e-12));
        assertThat(disagreeing.high() - disagreeing.low())
                .isGreaterThan(1.5 * (agreeing.high() - agreeing.low()));
    }

    @Test
    void repeatingTheSameFoldDoesNotMakeMorePatients() {
        Estimate once = hit(List.of(List.of(sums(30))));
        Estimate four =
                hit(
                        List.of(
                                List.of(sums(30)),
                                List.of(sums(30)),
                                List.of(sums(30)),
                                List.of(sums(30))));

        assertThat(four.high() - four.low()).isCloseTo(once.high() - once.low(), within(.03));
    }

    @Test
    void differencesAreOfTheSamePatients() {
        Estimate difference = hit(List.of(List.of(sums(31).minus(sums(30)))));

        assertThat(difference.mean()).isCloseTo(1 / 60.0, within(1e-12));
        assertThat(difference.low()).isZero();
        assertThat(difference.high()).isLessThan(.07);
        assertThatThrownBy(() -> sums(30).minus(PatientSums.NONE))
                .hasMessage("rankers are compared on the same visits only");
    }
}
