package org.consilium.tuning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.ItemKind;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.Estimate;
import org.consilium.tuning.Metric;
import org.consilium.tuning.MetricRow;
import org.consilium.tuning.Ranker;
import org.consilium.tuning.TestRankers;
import org.consilium.tuning.TestVisits;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
    private static final EvaluationOptions OPTIONS = new EvaluationOptions(11, 400);
    private final Evaluator evaluator = new Evaluator(OPTIONS);
    private final EncodedVisits visits = TestVisits.planted(150, 2);
    private final ItemFilter all = ItemFilter.all(visits.itemVocabulary());

    @Test
    void makesARowForAllItemsAndForEachKindThatHasTargets() {
        ItemFilter clinical =
                ItemFilter.clinicalOnly(
                        visits.itemVocabulary(), item -> !item.concept().code().equals("item 10"));

        List<MetricRow> rows =
                evaluator.evaluate(TestRankers.constant(), visits, List.of(all, clinical), 25);

        assertThat(rows)
                .extracting(MetricRow::kind)
                .containsExactly(
                        null,
                        ItemKind.MEDICATION,
                        ItemKind.PROCEDURE,
                        null,
                        ItemKind.MEDICATION,
                        ItemKind.PROCEDURE);
        assertThat(rows)
                .extracting(MetricRow::clinicalItemsOnly)
                .containsExactly(false, false, false, true, true, true);
        MetricRow first = rows.getFirst();
        assertThat(first.model()).isEqualTo("constant");
        assertThat(first.trainPatients()).isEqualTo(25);
        assertThat(first.seed()).isEqualTo(11);
        assertThat(first.visits()).isEqualTo(300);
        assertThat(first.patients()).isEqualTo(150);
        assertThat(first.metrics()).containsOnlyKeys(Metric.values());
    }

    @Test
    void intervalsCoverTheMeanAndNarrowWithPatients() {
        EncodedVisits few = visits.subset(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});

        Estimate wide = estimate(few, Metric.MRR);
        Estimate narrow = estimate(visits, Metric.MRR);

        assertThat(narrow.mean()).isBetween(narrow.low(), narrow.high());
        assertThat(wide.mean()).isBetween(wide.low(), wide.high());
        assertThat(narrow.low()).isLessThan(narrow.high());
        assertThat(narrow.high() - narrow.low()).isLessThan((wide.high() - wide.low()) / 2);
    }

    @Test
    void intervalIsThatOfPatientsNotOfVisits() {
        // 40 patients, each with 25 visits of the same outcome: as good as 40 observations, so the
        // standard error of a half is about sqrt(.25 / 40) = .079, and the interval 4 times that.
        TestVisits many = TestVisits.with(1, 6);
        for (int visit = 0; visit < 1000; visit++) {
            many.visit(visit / 25, new int[0], visit / 25 % 2 == 0 ? 0 : 5);
        }
        EncodedVisits clustered = many.encoded();

        Estimate hit =
                evaluator
                        .evaluate(
                                TestRankers.fixed(6, 5, 4, 3, 2, 1),
                                clustered,
                                List.of(ItemFilter.all(clustered.itemVocabulary())),
                                0)
                        .getFirst()
                        .metrics()
                        .getOrDefault(Metric.HIT_RATE_5, new Estimate(0, 0, 0));

        assertThat(hit.mean()).isEqualTo(.5);
        assertThat(hit.high() - hit.low()).isCloseTo(4 * .079, within(.06));
    }

    @Test
    void sameSeedSameRows() {
        Evaluator again = new Evaluator(OPTIONS);

        assertThat(again.evaluate(TestRankers.constant(), visits, List.of(all), 0))
                .isEqualTo(evaluator.evaluate(TestRankers.constant(), visits, List.of(all), 0));
    }

    @Test
    void noRowWithoutTargets() {
        EncodedVisits empty = TestVisits.with(1, 3).visit(0, new int[0]).encoded();

        assertThat(
                        evaluator.evaluate(
                                TestRankers.constant(),
                                empty,
                                List.of(ItemFilter.all(empty.itemVocabulary())),
                                0))
                .isEmpty();
    }

    @Test
    void aRankerDoesNotDifferFromItself() {
        VisitMetrics measured = measured(TestRankers.constant());

        PairedDifference none = evaluator.difference(measured, measured);

        assertThat(none.differences().values())
                .allSatisfy(each -> assertThat(each).isEqualTo(new Estimate(0, 0, 0)));
    }

    @Test
    void aBetterRankerIsAboveWithItsWholeInterval() {
        Map<Integer, Integer> itemOfFact = new HashMap<>();
        for (int condition = 0; condition < 10; condition++) {
            itemOfFact.put(2 * condition, condition);
        }
        VisitMetrics rule = measured(TestRankers.rule(itemOfFact));
        VisitMetrics constant = measured(TestRankers.constant());

        PairedDifference difference = evaluator.difference(rule, constant);

        Estimate ndcg =
                difference.differences().getOrDefault(Metric.NDCG_10, new Estimate(0, 0, 0));
        assertThat(ndcg.low()).isGreaterThan(0);
        assertThat(ndcg.mean())
                .isCloseTo(
                        rule.mean(Metric.NDCG_10) - constant.mean(Metric.NDCG_10), within(1e-12));
        assertThat(difference.first()).isEqualTo("rule");
        assertThat(difference.patients()).isEqualTo(150);
    }

    @Test
    void refusesToPairOtherVisits() {
        VisitMetrics whole = measured(TestRankers.constant());
        VisitMetrics part =
                VisitMetrics.measure(
                        TestRankers.constant(), visits.subset(new int[] {1, 2}), all, 0);

        assertThatThrownBy(() -> evaluator.difference(whole, part))
                .hasMessage("rankers are compared on the same visits only");
    }

    private VisitMetrics measured(Ranker ranker) {
        return evaluator.measure(ranker, visits, List.of(all)).getFirst();
    }

    private Estimate estimate(EncodedVisits of, Metric metric) {
        return evaluator
                .evaluate(TestRankers.constant(), of, List.of(all), 0)
                .getFirst()
                .metrics()
                .getOrDefault(metric, new Estimate(0, 0, 0));
    }
}
