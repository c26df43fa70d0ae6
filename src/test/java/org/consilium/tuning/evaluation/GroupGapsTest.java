package org.consilium.tuning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.consilium.tuning.Estimate;
import org.consilium.tuning.FairnessMeasure;
import org.junit.jupiter.api.Test;

class GroupGapsTest {
    private static final int PATIENTS = 40;

    /** One visit a patient; the first half is the group. */
    private static VisitOffers offers(double groupNdcg, double othersNdcg) {
        int[] patients = new int[PATIENTS];
        double[][] rows = new double[PATIENTS][];
        for (int patient = 0; patient < PATIENTS; patient++) {
            patients[patient] = patient;
            double ndcg = patient < PATIENTS / 2 ? groupNdcg : othersNdcg;
            rows[patient] = new double[] {1, ndcg, ndcg, 2, 1, 3};
        }
        return new VisitOffers(patients, rows);
    }

    private static double[] figures(VisitOffers before, VisitOffers after) {
        BitSet group = new BitSet();
        group.set(0, PATIENTS / 2);
        GroupGaps gaps = GroupGaps.of(before, after, group);
        int[] once = new int[PATIENTS];
        Arrays.fill(once, 1);
        return gaps.of(once);
    }

    @Test
    void aGroupThatFallsBehindIsSeen() {
        double[] figures = figures(offers(.8, .8), offers(.7, .9));
        int ndcg = GroupGaps.FIGURES * FairnessMeasure.NDCG.ordinal();

        assertThat(figures[ndcg]).isEqualTo(.8, offset(1e-9));
        assertThat(figures[ndcg + 1]).isEqualTo(.7, offset(1e-9));
        assertThat(figures[ndcg + 2]).isEqualTo(0, offset(1e-9));
        assertThat(figures[ndcg + 3]).isEqualTo(.2, offset(1e-9));
        assertThat(figures[ndcg + 4]).isEqualTo(.2, offset(1e-9));
    }

    @Test
    void twiceAsManyExpectedAsStartedIsAnErrorOfOne() {
        double[] figures = figures(offers(.8, .8), offers(.8, .8));

        assertThat(figures[GroupGaps.FIGURES * FairnessMeasure.CALIBRATION.ordinal()]).isEqualTo(1);
        assertThat(figures[GroupGaps.FIGURES * FairnessMeasure.EXPOSURE.ordinal()]).isEqualTo(3);
    }

    @Test
    void theAttackIsACoinWhereNothingTellsAndSureWhereAllDoes() {
        int[] patients = {0, 1, 2, 3};
        boolean[] members = {true, false, true, false};
        int[] once = {1, 1, 1, 1};

        assertThat(AttackAuc.of(patients, new double[] {5, 5, 5, 5}, members).of(once))
                .containsExactly(.5);
        assertThat(AttackAuc.of(patients, new double[] {1, 9, 2, 8}, members).of(once))
                .containsExactly(1);
        assertThat(AttackAuc.of(patients, new double[] {9, 1, 8, 2}, members).of(once))
                .containsExactly(0);
        Estimate estimate =
                new Evaluator(EvaluationOptions.withSeed(1))
                        .estimates(
                                List.of(
                                        List.of(
                                                AttackAuc.of(
                                                        patients,
                                                        new double[] {1, 9, 2, 8},
                                                        members))))
                        .getFirst();
        assertThat(estimate).isNotNull();
    }
}
