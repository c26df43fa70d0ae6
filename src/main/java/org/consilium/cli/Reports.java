package org.consilium.cli;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.consilium.tuning.Estimate;
import org.consilium.tuning.EvaluationReport;
import org.consilium.tuning.Metric;
import org.consilium.tuning.MetricRow;

/** Evaluations as a table. */
final class Reports {
    private static final List<Metric> SHOWN =
            List.of(
                    Metric.PRECISION_5,
                    Metric.RECALL_5,
                    Metric.RECALL_10,
                    Metric.MRR,
                    Metric.MAP,
                    Metric.NDCG_10);

    private Reports() {}

    static void print(EvaluationReport report, Console console) {
        console.line("Split %s", report.split());
        report.notes().forEach(note -> console.line("Note: %s", note));
        console.line(
                "%-28s %8s %5s %-9s %-13s %s",
                "model",
                "patients",
                "seed",
                "items",
                "kind",
                SHOWN.stream()
                        .map(metric -> "%-22s".formatted(metric.label()))
                        .collect(Collectors.joining()));
        report.rows().forEach(row -> console.line("%s", row(row)));
    }

    private static String row(MetricRow row) {
        String kind = row.kind() == null ? "all" : row.kind().name().toLowerCase(Locale.ROOT);
        String values =
                SHOWN.stream()
                        .map(metric -> words(Objects.requireNonNull(row.metrics().get(metric))))
                        .collect(Collectors.joining());
        return "%-28s %8d %5d %-9s %-13s %s"
                .formatted(
                        row.model(),
                        row.trainPatients(),
                        row.seed(),
                        row.clinicalItemsOnly() ? "clinical" : "all",
                        kind,
                        values);
    }

    private static String words(Estimate estimate) {
        return "%-22s"
                .formatted(
                        "%.3f [%.3f, %.3f]"
                                .formatted(estimate.mean(), estimate.low(), estimate.high()));
    }
}
