package org.consilium.tuning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.TestRankers;
import org.consilium.tuning.TestVisits;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private final EncodedVisits visits =
            TestVisits.with(4, 8)
                    .visit(0, new int[] {0})
                    .visit(0, new int[] {1})
                    .visit(1, 2, new int[] {2}, new int[0], new int[] {6})
                    .encoded();
    private final ItemFilter all = ItemFilter.all(visits.itemVocabulary());

    @Test
    void countsWhatIsAmongTheFirstOfAnyVisit() {
        // The third visit would show item 6, but it is active there: a tie decides, and only there.
        Coverage coverage =
                Coverage.measure(TestRankers.rule(Map.of(0, 4, 1, 4, 2, 6)), visits, all, 1, 0);

        assertThat(coverage.items()).isEqualTo(8);
        assertThat(coverage.shown()).isBetween(1, 2);
    }

    @Test
    void theSameListForEverybodyShowsItsFirstItemsOnly() {
        Coverage coverage =
                Coverage.measure(
                        TestRankers.fixed(1, 8, 2, 7, 3, 6, 0, 5),
                        visits.subset(new int[] {0, 1}),
                        all,
                        3,
                        0);

        assertThat(coverage.fraction()).isEqualTo(3 / 8.0);
    }

    @Test
    void topIsInTheOrderOfTheScores() {
        Ranking ranking = new Ranking(all);
        ranking.start(new float[] {1, 8, 2, 7, 3, 6, 0, 5}, new int[] {3}, new TieBreak(0, 0, 0));

        assertThat(ranking.top(4)).containsExactly(1, 5, 7, 4);
        assertThat(ranking.top(20)).containsExactly(1, 5, 7, 4, 2, 0, 6);
    }

    @Test
    void topAndRanksAgreeUnderTies() {
        Ranking ranking = new Ranking(all);
        ranking.start(new float[] {1, 1, 2, 1, 2, 1, 1, 1}, new int[0], new TieBreak(5, 1, 2));

        int[] top = ranking.top(8);

        for (int place = 0; place < top.length; place++) {
            assertThat(ranking.ranksOf(new int[] {top[place]})).containsExactly(place + 1);
        }
    }
}
