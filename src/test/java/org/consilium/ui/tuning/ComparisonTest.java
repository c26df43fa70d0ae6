package org.consilium.ui.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consilium.tuning.EvaluationReport;
import org.consilium.tuning.Metric;
import org.consilium.ui.tuning.Comparison.Verdict;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private final List<Comparison> rows =
            Comparison.of(SampleModels.report(), Metric.NDCG_10, true);

    @Test
    void allKindsFirstThenThoseThatWereTested() {
        assertThat(rows)
                .extracting(Comparison::label)
                .containsExactly("All kinds", "Medication", "Procedures", "Care plans");
    }

    @Test
    void onlyIntervalsApartAreADifference() {
        assertThat(rows)
                .extracting(Comparison::verdict)
                .containsExactly(Verdict.BETTER, Verdict.BETTER, Verdict.UNCLEAR, Verdict.WORSE);
    }

    @Test
    void numbersHaveThreeDecimalsAndATrueMinus() {
        assertThat(Comparison.mean(rows.getFirst().before())).isEqualTo("0.798");
        assertThat(Comparison.interval(rows.getFirst().before())).isEqualTo("0.785\u20130.811");
        assertThat(rows.getFirst().difference()).isEqualTo("+0.073");
        assertThat(rows.getLast().difference()).isEqualTo("\u22120.047");
    }

    @Test
    void withRoutineItemsItIsAnotherMeasure() {
        assertThat(Comparison.of(SampleModels.report(), Metric.NDCG_10, false).getFirst().before())
                .isNotEqualTo(rows.getFirst().before());
    }

    @Test
    void anEmptyReportSaysNothing() {
        EvaluationReport empty = new EvaluationReport("c", "none", List.of(), List.of());
        Comparison only = Comparison.of(empty, Metric.MAP, true).getFirst();
        assertThat(only.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(only.difference()).isEmpty();
        assertThat(Comparison.mean(only.after())).isEqualTo("\u2013");
    }
}
