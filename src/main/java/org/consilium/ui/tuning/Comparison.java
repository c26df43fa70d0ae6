package org.consilium.ui.tuning;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.consilium.clinical.ItemKind;
import org.consilium.tuning.Estimate;
import org.consilium.tuning.EvaluationReport;
import org.consilium.tuning.Metric;
import org.consilium.tuning.MetricRow;
import org.jspecify.annotations.Nullable;

/**
 * Before and after, side by side, on the patients that took no part in the training.
 *
 * @param label what was measured: all kinds, or one
 * @param visits test visits
 * @param verdict better, worse or no clear difference, judged by the intervals
 */
record Comparison(
        String label,
        int visits,
        @Nullable Estimate before,
        @Nullable Estimate after,
        Verdict verdict) {

    /** What the intervals allow to be said. */
    enum Verdict {
        BETTER("better"),
        WORSE("worse"),
        UNCLEAR("no clear difference"),
        UNKNOWN("");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Signed, three decimals; empty where one of them is missing. */
    String difference() {
        if (before == null || after == null) {
            return "";
        }
        double difference = after.mean() - before.mean();
        String sign = difference < 0 ? "\u2212" : "+";
        return sign + String.format(Locale.ROOT, "%.3f", Math.abs(difference));
    }

    static String mean(@Nullable Estimate estimate) {
        return estimate == null ? "\u2013" : String.format(Locale.ROOT, "%.3f", estimate.mean());
    }

    static String interval(@Nullable Estimate estimate) {
        return estimate == null
                ? ""
                : String.format(Locale.ROOT, "%.3f\u2013%.3f", estimate.low(), estimate.high());
    }

    /** All kinds first, then one by one; kinds without test visits are left out. */
    static List<Comparison> of(EvaluationReport report, Metric metric, boolean clinicalItemsOnly) {
        List<Comparison> rows = new ArrayList<>();
        rows.add(row(report, metric, clinicalItemsOnly, null, "All kinds"));
        Map<ItemKind, String> labels = new EnumMap<>(ItemKind.class);
        labels.put(ItemKind.MEDICATION, "Medication");
        labels.put(ItemKind.PROCEDURE, "Procedures");
        labels.put(ItemKind.CARE_PLAN, "Care plans");
        labels.put(ItemKind.IMMUNIZATION, "Immunisations");
        labels.forEach((kind, label) -> {
            Comparison row = row(report, metric, clinicalItemsOnly, kind, label);
            if (row.visits > 0) {
                rows.add(row);
            }
        });
        return rows;
    }

    private static Comparison row(
            EvaluationReport report,
            Metric metric,
            boolean clinical,
            @Nullable ItemKind kind,
            String label) {
        MetricRow before = find(report, "before", clinical, kind);
        MetricRow after = find(report, "after", clinical, kind);
        Estimate was = before == null ? null : before.metrics().get(metric);
        Estimate is = after == null ? null : after.metrics().get(metric);
        int visits = after == null ? 0 : after.visits();
        return new Comparison(label, visits, was, is, verdict(was, is));
    }

    private static @Nullable MetricRow find(
            EvaluationReport report, String model, boolean clinical, @Nullable ItemKind kind) {
        return report.rows().stream()
                .filter(row ->
                        row.model().equals(model)
                                && row.clinicalItemsOnly() == clinical
                                && row.kind() == kind)
                .findFirst()
                .orElse(null);
    }

    /** Cautious: only intervals that do not overlap say that there is a difference. */
    private static Verdict verdict(@Nullable Estimate before, @Nullable Estimate after) {
        if (before == null || after == null) {
            return Verdict.UNKNOWN;
        }
        if (after.low() > before.high()) {
            return Verdict.BETTER;
        }
        return after.high() < before.low() ? Verdict.WORSE : Verdict.UNCLEAR;
    }
}
