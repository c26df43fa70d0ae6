package org.consilium.tuning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.consilium.clinical.ItemKind;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.Metric;
import org.consilium.tuning.Ranker;
import org.consilium.tuning.TestRankers;
import org.consilium.tuning.TestVisits;
import org.junit.jupiter.api.Test;

class VisitMetricsTest {
    private static final Offset<Double> EXACT = within(1e-9);
    private static final int[] NONE = {};

    @Test
    void threeItemsWorkedOutByHand() {
        // Scores .9 .5 .1, so items 0 1 2 have ranks 1 2 3; targets are 0 and 2.
        // DCG = 1/log2(2) + 1/log2(4) = 1 + .5; ideal = 1/log2(2) + 1/log2(3) = 1 + .63093.
        EncodedVisits visits = TestVisits.with(1, 3).visit(0, NONE, 0, 2).encoded();

        VisitMetrics measured = measure(TestRankers.fixed(.9f, .5f, .1f), visits);

        assertThat(measured.mean(Metric.NDCG_10)).isCloseTo(1.5 / 1.6309297535714573, EXACT);
        assertThat(measured.mean(Metric.MRR)).isCloseTo(1, EXACT);
        // Average precision: (1/1 + 2/3) / 2.
        assertThat(measured.mean(Metric.MAP)).isCloseTo(5 / 6.0, EXACT);
        assertThat(measured.mean(Metric.PRECISION_5)).isCloseTo(2 / 5.0, EXACT);
        assertThat(measured.mean(Metric.PRECISION_10)).isCloseTo(2 / 10.0, EXACT);
        assertThat(measured.mean(Metric.RECALL_5)).isCloseTo(1, EXACT);
        assertThat(measured.mean(Metric.HIT_RATE_5)).isCloseTo(1, EXACT);
    }

    @Test
    void targetsBelowTheCutoffs() {
        // 20 items in the order of their numbers; targets at ranks 4, 6 and 15.
        EncodedVisits visits = TestVisits.with(1, 20).visit(0, NONE, 14, 3, 5).encoded();

        VisitMetrics measured = measure(TestRankers.fixed(descending(20)), visits);

        assertThat(measured.mean(Metric.RECALL_5)).isCloseTo(1 / 3.0, EXACT);
        assertThat(measured.mean(Metric.RECALL_10)).isCloseTo(2 / 3.0, EXACT);
        assertThat(measured.mean(Metric.PRECISION_5)).isCloseTo(1 / 5.0, EXACT);
        assertThat(measured.mean(Metric.PRECISION_10)).isCloseTo(2 / 10.0, EXACT);
        assertThat(measured.mean(Metric.MRR)).isCloseTo(1 / 4.0, EXACT);
        assertThat(measured.mean(Metric.MAP)).isCloseTo((1 / 4.0 + 2 / 6.0 + 3 / 15.0) / 3, EXACT);
        // 1/log2(5) + 1/log2(7) over 1 + 1/log2(3) + 1/log2(4).
        assertThat(measured.mean(Metric.NDCG_10))
                .isCloseTo((0.43067655807 + 0.35620718711) / 2.13092975357, within(1e-9));
        assertThat(measured.mean(Metric.NDCG_5))
                .isCloseTo(0.43067655807 / 2.13092975357, within(1e-9));
    }

    @Test
    void idealOfManyTargetsIsCutOffAtTen() {
        EncodedVisits visits =
                TestVisits.with(1, 20).visit(0, NONE, IntStream.range(0, 12).toArray()).encoded();

        VisitMetrics measured = measure(TestRankers.fixed(descending(20)), visits);

        assertThat(measured.mean(Metric.NDCG_10)).isCloseTo(1, EXACT);
        assertThat(measured.mean(Metric.RECALL_10)).isCloseTo(10 / 12.0, EXACT);
    }

    @Test
    void activeItemsAreNoCandidates() {
        int[] active = {0, 1};
        EncodedVisits visits =
                TestVisits.with(1, 4).visit(0, 0, NONE, new int[] {2}, active).encoded();

        VisitMetrics measured = measure(TestRankers.fixed(4, 3, 2, 1), visits);

        assertThat(measured.mean(Metric.MRR)).isEqualTo(1);
    }

    @Test
    void kindsAreRankedAmongThemselves() {
        // Ranks in the whole list are 3 and 4; medications are items 0 2 4, procedures 1 3.
        EncodedVisits visits = TestVisits.with(1, 5).visit(0, NONE, 2, 3).encoded();
        ItemFilter all = ItemFilter.all(visits.itemVocabulary());
        Ranker ranker = TestRankers.fixed(descending(5));

        VisitMetrics medications =
                VisitMetrics.measure(
                        ranker,
                        visits,
                        all.ofKind(visits.itemVocabulary(), ItemKind.MEDICATION),
                        0);

        assertThat(medications.mean(Metric.MRR)).isEqualTo(1 / 2.0);
        assertThat(medications.mean(Metric.RECALL_5)).isEqualTo(1);
    }

    @Test
    void visitsWithoutTargetAmongTheCandidatesAreNotCounted() {
        EncodedVisits visits =
                TestVisits.with(1, 3)
                        .visit(0, NONE)
                        .visit(1, NONE, 1)
                        .visit(1, NONE, 0)
                        .visit(2, 9, NONE, new int[] {0}, new int[] {0})
                        .encoded();
        ItemFilter clinical = ItemFilter.clinicalOnly(new boolean[] {true, false, true});

        VisitMetrics measured =
                VisitMetrics.measure(TestRankers.fixed(3, 2, 1), visits, clinical, 0);

        assertThat(measured.visits()).containsExactly(2);
        assertThat(measured.patients()).containsExactly(1);
        assertThat(measured.mean(Metric.MRR)).isEqualTo(1);
    }

    @Test
    void tiesAreBrokenAtRandomButAlikeForOneSeed() {
        TestVisits many = TestVisits.with(1, 9);
        for (int patient = 0; patient < 4000; patient++) {
            many.visit(patient, NONE, 0);
        }
        EncodedVisits visits = many.encoded();

        VisitMetrics first = measure(TestRankers.constant(), visits, 7);
        VisitMetrics again = measure(TestRankers.constant(), visits, 7);
        VisitMetrics other = measure(TestRankers.constant(), visits, 8);

        assertThat(again.values()).isDeepEqualTo(first.values());
        assertThat(Arrays.deepEquals(first.values(), other.values())).isFalse();
        // Each of 9 ranks alike: recall@5 is 5/9, the mean reciprocal rank (1 + 1/2 + ... + 1/9)/9.
        assertThat(first.mean(Metric.RECALL_5)).isCloseTo(5 / 9.0, within(.03));
        assertThat(first.mean(Metric.MRR)).isCloseTo(2.828968 / 9, within(.02));
    }

    @Test
    void ofASubsetAreThoseOfTheWhole() {
        EncodedVisits visits = TestVisits.planted(50, 3);

        VisitMetrics whole = measure(TestRankers.constant(), visits);
        VisitMetrics part = measure(TestRankers.constant(), visits.subset(new int[] {40, 41}));

        assertThat(part.values()).isDeepEqualTo(Arrays.copyOfRange(whole.values(), 40, 42));
    }

    @Test
    void everyValueIsFrom0To1AndAPerfectRankerReaches1() {
        EncodedVisits visits = TestVisits.planted(100, 5);
        Random random = new Random(1);
        float[] scores = new float[11];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = random.nextInt(4);
        }

        for (double[] row : measure(TestRankers.fixed(scores), visits).values()) {
            assertThat(row).hasSize(Metric.values().length);
            assertThat(Arrays.stream(row).allMatch(value -> value >= 0 && value <= 1)).isTrue();
        }
        EncodedVisits easy = TestVisits.with(1, 11).visit(0, NONE, 0, 1).encoded();
        VisitMetrics perfect = measure(TestRankers.fixed(descending(11)), easy);
        for (Metric metric : new Metric[] {Metric.NDCG_10, Metric.MAP, Metric.MRR}) {
            assertThat(perfect.mean(metric)).isCloseTo(1, EXACT);
        }
    }

    @Test
    void refusesAScoreThatIsNoNumber() {
        EncodedVisits visits = TestVisits.with(1, 2).visit(0, NONE, 0).encoded();

        assertThatThrownBy(() -> measure(TestRankers.fixed(Float.NaN, 1), visits))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("item 0 has no number as its score");
    }

    private static VisitMetrics measure(Ranker ranker, EncodedVisits visits) {
        return measure(ranker, visits, 0);
    }

    private static VisitMetrics measure(Ranker ranker, EncodedVisits visits, long seed) {
        return VisitMetrics.measure(ranker, visits, ItemFilter.all(visits.itemVocabulary()), seed);
    }

    private static float[] descending(int items) {
        float[] scores = new float[items];
        for (int item = 0; item < items; item++) {
            scores[item] = -item;
        }
        return scores;
    }
}
