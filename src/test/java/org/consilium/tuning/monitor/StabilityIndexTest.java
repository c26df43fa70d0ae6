package org.consilium.tuning.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.consilium.tuning.evaluation.RankBiasedOverlap;
import org.junit.jupiter.api.Test;

class StabilityIndexTest {
    @Test
    void theSameMixHasNoIndexHoweverManyThereAre() {
        assertThat(StabilityIndex.of(new double[] {.2, .3, .5}, new double[] {20, 30, 50}))
                .isEqualTo(0, offset(1e-12));
    }

    @Test
    void anotherMixHasTheIndexThatIsWorkedOutByHand() {
        // (.8-.5) ln(.8/.5) + (.2-.5) ln(.2/.5)
        assertThat(StabilityIndex.of(new double[] {1, 1}, new double[] {8, 2}))
                .isEqualTo(.41589, offset(1e-5));
    }

    @Test
    void nothingToCompareIsNotSteadiness() {
        assertThat(StabilityIndex.of(new double[] {1, 1}, new double[] {0, 0})).isNaN();
    }

    @Test
    void listsOverlapByTheirFirstPlacesMost() {
        assertThat(RankBiasedOverlap.of(List.of(1, 2, 3), List.of(1, 2, 3)))
                .isEqualTo(1, offset(1e-12));
        assertThat(RankBiasedOverlap.of(List.of(1, 2, 3), List.of(4, 5, 6))).isZero();
        assertThat(RankBiasedOverlap.of(List.of(1, 2, 3), List.of(1, 2, 4)))
                .isGreaterThan(RankBiasedOverlap.of(List.of(1, 2, 3), List.of(4, 2, 3)));
        assertThat(RankBiasedOverlap.of(List.<Integer>of(), List.<Integer>of())).isEqualTo(1);
    }
}
