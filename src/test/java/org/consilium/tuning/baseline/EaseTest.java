package org.consilium.tuning.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.consilium.job.Progress;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.TestVisits;
import org.junit.jupiter.api.Test;

class EaseTest {
    private static final RidgeOptions LAMBDA_1 = new RidgeOptions(1, 1);

    @Test
    void twoColumnsWorkedOutByHand() {
        // Z = [1 1; 1 0; 1 0] of fact 0 and item 0, lambda 1. With a zero diagonal the item's
        // column
        // is a regression on the fact alone: b = Z_f'z_i / (Z_f'Z_f + 1) = 1 / 4.
        EncodedVisits visits =
                TestVisits.with(1, 1)
                        .visit(0, new int[] {0}, 0)
                        .visit(1, new int[] {0})
                        .visit(2, new int[] {0})
                        .encoded();

        assertThat(fit(visits, LAMBDA_1).rows()[0][0]).isCloseTo(.25f, within(1e-6f));
    }

    @Test
    void columnsOfItemsMinimiseThePenalisedErrorWithoutThemselves() {
        EncodedVisits visits = TestVisits.planted(60, 3);
        int[][] joint = Joint.rows(visits);

        float[][] weights = fit(visits, new RidgeOptions(5, 1)).rows();

        // Item 4 taken out of Z by hand: an ordinary ridge of it on all other columns.
        int item = 4;
        int[][] others = new int[joint.length][];
        for (int visit = 0; visit < joint.length; visit++) {
            others[visit] = Arrays.stream(joint[visit]).filter(c -> c != 20 + item).toArray();
        }
        float[][] byHand =
                Ridge.fit(
                                others,
                                31,
                                TargetRows.binary(visits.targets(), 11),
                                new RidgeOptions(5, 1),
                                Progress.NONE)
                        .rows();
        for (int fact = 0; fact < 20; fact++) {
            assertThat(weights[fact][item]).isCloseTo(byHand[fact][item], within(1e-4f));
        }
    }

    @Test
    void anItemThatAlwaysComesWithAnotherIsTakenFromTheFacts() {
        // Items 0 and 1 are started together. Each explains the other, so that EASE leaves less of
        // either to the fact than the ridge of items on facts does.
        TestVisits visits = TestVisits.with(2, 2);
        for (int patient = 0; patient < 20; patient++) {
            visits.visit(patient, new int[] {0}, 0, 1).visit(patient, new int[] {1});
        }
        EncodedVisits encoded = visits.encoded();

        float ease = fit(encoded, LAMBDA_1).rows()[0][0];
        float ridge = Ridge.fit(encoded, LAMBDA_1, Progress.NONE).rows()[0][0];

        assertThat(ease).isBetween(.4f, .6f);
        assertThat(ridge).isGreaterThan(.9f);
    }

    @Test
    void fewerVisitsThanColumnsGiveTheSameWeights() {
        EncodedVisits few = TestVisits.planted(10, 1);
        EncodedVisits thrice = thrice(few);

        RidgeWeights dual = fit(few, new RidgeOptions(2, 1));
        RidgeWeights primal = fit(thrice, new RidgeOptions(6, 1));

        assertThat(dual.dual()).isTrue();
        assertThat(primal.dual()).isFalse();
        for (int fact = 0; fact < 20; fact++) {
            assertThat(dual.rows()[fact]).containsExactly(primal.rows()[fact], within(1e-4f));
        }
    }

    @Test
    void canBeCancelled() {
        assertThatThrownBy(
                        () -> Ease.fit(TestVisits.planted(30, 1), LAMBDA_1, TestProgress.CANCELLED))
                .isInstanceOf(CancellationException.class);
    }

    private static RidgeWeights fit(EncodedVisits visits, RidgeOptions options) {
        return Ease.fit(visits, options, Progress.NONE);
    }

    private static EncodedVisits thrice(EncodedVisits visits) {
        int[] numbers = new int[3 * visits.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i % visits.size();
        }
        return visits.subset(numbers);
    }
}
