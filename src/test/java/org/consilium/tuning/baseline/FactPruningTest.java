package org.consilium.tuning.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FactPruningTest {
    /** Fact 0 in four visits, 1 in three, 2 and 3 in two, 4 in one, 5 in none. */
    private static final int[][] VISITS = {{0, 1, 2, 3}, {0, 1, 2, 3}, {0, 1, 4}, {0}};

    @Test
    void theMostFrequentFactsStayWhereThereAreTooMany() {
        assertThat(kept(6)).containsExactly(0, 1, 2, 3, 4);
        assertThat(kept(4)).containsExactly(0, 1, 2, 3);
        // two are as frequent: neither
        assertThat(kept(3)).containsExactly(0, 1);
        assertThat(kept(1)).containsExactly(0);
    }

    @Test
    void whatIsAskedForIsNotUndercut() {
        assertThat(FactPruning.leastCount(VISITS, 6, 3, 5)).isEqualTo(3);
        assertThat(FactPruning.leastCount(VISITS, 6, 3, 6)).isEqualTo(3);
    }

    private static int[] kept(int most) {
        return FactPruning.of(VISITS, 6, FactPruning.leastCount(VISITS, 6, 1, most)).kept();
    }
}
