package org.consilium.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PromotionCheckTest {
    private static final Estimate UP = new Estimate(.05, .02, .08);

    private static RunFindings findings(Estimate ndcg, List<FairnessReport.Group> groups) {
        return new RunFindings(
                "base",
                Map.of(Metric.NDCG_10, ndcg),
                new FairnessReport(groups, 0),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static FairnessReport.Group women(double behindAfter, Estimate growth) {
        return new FairnessReport.Group(
                List.of(new PatientGroup(PatientGroup.Dimension.SEX, "female")),
                200,
                31,
                Map.of(
                        FairnessMeasure.NDCG,
                        new FairnessReport.Gap(.8, .7, .01, behindAfter, growth)));
    }

    private static PromotionCheck check(Estimate ndcg, FairnessReport.Group... groups) {
        return PromotionCheck.of("ours", findings(ndcg, List.of(groups)), "base");
    }

    @Test
    void whatIsBetterForAllMayBeServed() {
        assertThat(check(UP, women(.01, new Estimate(0, -.02, .02))).blocked()).isFalse();
    }

    @Test
    void lowerQualityIsHeldBack() {
        assertThat(check(new Estimate(-.05, -.08, -.02)).blocks())
                .containsExactly("Quality falls: NDCG@10 changes by -0.050 [-0.080, -0.020].");
        assertThat(check(new Estimate(-.05, -.08, .01)).blocked()).isFalse();
    }

    @Test
    void aGroupThatFallsFurtherBehindIsHeldBack() {
        assertThat(check(UP, women(.15, new Estimate(.14, .05, .2))).blocks())
                .containsExactly(
                        "A group falls further behind: sex female (31 patients), NDCG@10 by +0.140 [+0.050, +0.200].");
    }

    @Test
    void aGroupThatLosesALeadIsNot() {
        assertThat(check(UP, women(-.01, new Estimate(.14, .05, .2))).blocked()).isFalse();
    }

    @Test
    void whatNobodyMeasuredHereIsHeldBack() {
        assertThat(PromotionCheck.of("theirs", null, "base").blocks().getFirst())
                .contains("was not measured on patients held out here");
    }

    @Test
    void anotherReferenceThanWhatIsServedIsSaid() {
        assertThat(PromotionCheck.of("ours", findings(UP, List.of()), "third").notes())
                .anyMatch(note -> note.contains("compared with base, and third is served now"));
    }
}
