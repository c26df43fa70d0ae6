package org.consilium.tuning;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.consilium.clinical.ItemKind;
import org.jspecify.annotations.Nullable;

/** The evaluations of a base model's seeds as one Markdown section. */
public final class BaseModelReport {
    /** A column: which rows' metric it shows. */
    private record Column(
            String title, boolean clinicalItemsOnly, @Nullable ItemKind kind, Metric metric) {
        Optional<Estimate> of(EvaluationReport report, String model) {
            return report.rows().stream()
                    .filter(row ->
                            row.model().equals(model)
                                    && row.clinicalItemsOnly() == clinicalItemsOnly
                                    && row.kind() == kind)
                    .map(row -> Objects.requireNonNull(row.metrics().get(metric)))
                    .findFirst();
        }
    }

    private static final List<Column> COLUMNS =
            List.of(
                    new Column("NDCG@10", false, null, Metric.NDCG_10),
                    new Column("Recall@10", false, null, Metric.RECALL_10),
                    new Column("medications NDCG@10", false, ItemKind.MEDICATION, Metric.NDCG_10),
                    new Column("clinical NDCG@10", true, null, Metric.NDCG_10),
                    new Column("clinical Recall@10", true, null, Metric.RECALL_10),
                    new Column(
                            "clinical medications NDCG@10",
                            true,
                            ItemKind.MEDICATION,
                            Metric.NDCG_10));

    private BaseModelReport() {}

    /**
     * @param sources the source populations in words
     * @param reports one a seed, of the same rankers
     */
    public static String of(String model, List<String> sources, List<EvaluationReport> reports) {
        StringBuilder text = new StringBuilder("## Base model: ").append(model).append("\n\n");
        text.append("Source populations:\n\n");
        sources.forEach(source -> text.append("* ").append(source).append('\n'));
        text.append(
                "\nMeans over test visits with 95% intervals from a bootstrap over patients.\n");
        text.append("\n| model | seed |");
        COLUMNS.forEach(column -> text.append(' ').append(column.title()).append(" |"));
        text.append("\n|---|---|").append("---|".repeat(COLUMNS.size())).append('\n');
        reports.getFirst().rows().stream()
                .map(MetricRow::model)
                .distinct()
                .forEach(each -> rows(text, each, reports));
        for (EvaluationReport report : reports) {
            text.append("\nSplit ").append(report.split()).append(".\n\n");
            report.notes().forEach(note -> text.append("* ").append(note).append('\n'));
        }
        return text.toString();
    }

    private static void rows(StringBuilder text, String model, List<EvaluationReport> reports) {
        for (EvaluationReport report : reports) {
            long seed = report.rows().getFirst().seed();
            text.append("| %s | %d |".formatted(model, seed));
            for (Column column : COLUMNS) {
                text.append(column.of(report, model).map(BaseModelReport::cell).orElse(" - |"));
            }
            text.append('\n');
        }
        if (reports.size() > 1) {
            text.append("| %s | mean |".formatted(model));
            for (Column column : COLUMNS) {
                double mean =
                        reports.stream()
                                .flatMap(report -> column.of(report, model).stream())
                                .mapToDouble(Estimate::mean)
                                .average()
                                .orElse(Double.NaN);
                text.append(" %.4f |".formatted(mean));
            }
            text.append('\n');
        }
    }

    private static String cell(Estimate estimate) {
        return " %.4f [%.4f, %.4f] |".formatted(estimate.mean(), estimate.low(), estimate.high());
    }
}
