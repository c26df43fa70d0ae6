package org.consilium.tuning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.assertj.core.data.Offset;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.Ranker;
import org.consilium.tuning.TestRankers;
import org.consilium.tuning.TestVisits;
import org.junit.jupiter.api.Test;

class CatalogueFiguresTest {
    private static final Offset<Double> EXACT = within(1e-9);
    private static final int[] NONE = {};

    /** Four items; of 3 patients 2 started item 0 (one of them twice), 1 item 1, nobody 2 and 3. */
    private final EncodedVisits train =
            TestVisits.with(4, 4)
                    .visit(0, NONE, 0)
                    .visit(0, NONE, 0)
                    .visit(1, NONE, 0, 1)
                    .visit(2, NONE)
                    .encoded();

    private final ItemFilter all = ItemFilter.all(train.itemVocabulary());

    private double[] figures(Ranker ranker, EncodedVisits test, int k, int fewVisits) {
        Catalogue catalogue = Catalogue.of(train, all, item -> true, fewVisits);
        CatalogueFigures figures =
                CatalogueFigures.of(TopLists.of(ranker, test, all, k, 0), catalogue);
        return figures.of(new int[] {1, 1, 1});
    }

    @Test
    void noveltyIsTheSelfInformationOfWhatIsShown() {
        // Shown are items 0 and 1: -log2(2.5 / 4) and -log2(1.5 / 4), their mean at each visit.
        EncodedVisits test = TestVisits.with(4, 4).visit(0, NONE).visit(1, NONE).encoded();

        double[] figures = figures(TestRankers.fixed(4, 3, 2, 1), test, 2, 1);

        assertThat(figures[CatalogueFigures.NOVELTY])
                .isCloseTo((0.6780719051126377 + 1.415037499278844) / 2, EXACT);
    }

    @Test
    void coverageAndGiniOfExposure() {
        // Lists of one: item 0 at two visits, item 1 at one; items 2 and 3 never.
        EncodedVisits test =
                TestVisits.with(4, 4)
                        .visit(0, new int[] {0})
                        .visit(1, new int[] {0})
                        .visit(2, new int[] {1})
                        .encoded();

        double[] figures = figures(TestRankers.rule(Map.of(0, 0, 1, 1)), test, 1, 1);

        assertThat(figures[CatalogueFigures.COVERAGE]).isEqualTo(2 / 4.0);
        // Exposure 0 0 1 2 of ranks 1 to 4: (-3*0 - 1*0 + 1*1 + 3*2) / (3 * 3).
        assertThat(figures[CatalogueFigures.GINI]).isCloseTo(7 / 9.0, EXACT);
    }

    @Test
    void oneItemAloneHasAGiniOf1AndAllAlikeOf0() {
        EncodedVisits test = TestVisits.with(4, 4).visit(0, NONE).visit(1, NONE).encoded();

        assertThat(figures(TestRankers.fixed(4, 3, 2, 1), test, 1, 1)[CatalogueFigures.GINI])
                .isCloseTo(1, EXACT);
        assertThat(figures(TestRankers.fixed(4, 3, 2, 1), test, 4, 1)[CatalogueFigures.GINI])
                .isCloseTo(0, EXACT);
    }

    @Test
    void macroRecallWeighsARareItemLikeAFrequentOne() {
        // Item 0 is always shown and found 3 of 3 times; item 1 never, 0 of 1.
        EncodedVisits test =
                TestVisits.with(4, 4)
                        .visit(0, NONE, 0)
                        .visit(0, NONE, 0)
                        .visit(1, NONE, 0, 1)
                        .encoded();

        double[] figures = figures(TestRankers.fixed(4, 1, 2, 3), test, 1, 1);

        assertThat(figures[CatalogueFigures.MACRO_RECALL]).isEqualTo((1 + 0) / 2.0);
    }

    @Test
    void coldAreItemsThatFewerTrainingVisitsThanAskedForStarted() {
        // Item 0 started at 3 visits, item 1 at 1, the others at none.
        assertThat(Catalogue.of(train, all, item -> true, 3).cold().size()).isEqualTo(3);
        assertThat(Catalogue.of(train, all, item -> true, 4).cold().size()).isEqualTo(4);
        EncodedVisits test = TestVisits.with(4, 4).visit(0, NONE, 0, 1).visit(1, NONE, 2).encoded();

        // Lists of 2 hold items 0 and 2: of the cold starts, 1 and 2, the second is found.
        double[] figures = figures(TestRankers.fixed(4, 1, 3, 2), test, 2, 3);

        assertThat(figures[CatalogueFigures.COLD_RECALL]).isEqualTo(1 / 2.0);
    }

    @Test
    void itemsThatAreNotInUseDoNotCountAsCatalogue() {
        EncodedVisits test = TestVisits.with(4, 4).visit(0, NONE).encoded();
        Catalogue catalogue = Catalogue.of(train, all, item -> item < 2, 3);

        double[] figures =
                CatalogueFigures.of(
                                TopLists.of(TestRankers.fixed(4, 1, 3, 2), test, all, 2, 0),
                                catalogue)
                        .of(new int[] {1});

        assertThat(figures[CatalogueFigures.COVERAGE]).isEqualTo(1 / 2.0);
    }

    @Test
    void macroRecallOfAResampleIsOfTheSameItems() {
        // Item 1 is started by patient 1 alone and never found; without the patient it still
        // counts.
        EncodedVisits test = TestVisits.with(4, 4).visit(0, NONE, 0).visit(1, NONE, 1).encoded();
        CatalogueFigures figures =
                CatalogueFigures.of(
                        TopLists.of(TestRankers.fixed(4, 1, 2, 3), test, all, 1, 0),
                        Catalogue.of(train, all, item -> true, 1));

        assertThat(figures.of(new int[] {2, 0})[CatalogueFigures.MACRO_RECALL]).isEqualTo(.5);
    }
}
