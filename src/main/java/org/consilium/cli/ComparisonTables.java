package org.consilium.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.consilium.clinical.ItemKind;
import org.consilium.tuning.ComparisonReport;
import org.consilium.tuning.Metric;
import org.jspecify.annotations.Nullable;

/** A comparison of models as tables in 80 columns, a set for each number of patients. */
final class ComparisonTables {
    private static final List<Metric> BESIDE =
            List.of(
                    Metric.RECALL_10,
                    Metric.PRECISION_10,
                    Metric.HIT_RATE_10,
                    Metric.MRR,
                    Metric.MAP);

    private final ComparisonReport report;
    private final Console console;

    ComparisonTables(ComparisonReport report, Console console) {
        this.report = report;
        this.console = console;
    }

    void print() {
        console.line("%s, split %s", report.cohort(), report.split());
        console.line(
                "Means over %s; in brackets 95%% intervals over patients%s.",
                report.settings().folds() > 1 ? "visits, then folds" : "visits",
                report.settings().folds() > 1 ? " and folds" : "");
        report.notes().forEach(note -> console.line("Note: %s", note));
        List<@Nullable Integer> sizes = new ArrayList<>();
        report.summaries().stream()
                .map(ComparisonReport.Summary::size)
                .filter(size -> !sizes.contains(size))
                .forEach(sizes::add);
        for (Integer size : sizes) {
            if (size != null) {
                console.line("%n== %,d local training patients ==", size);
            }
            headline("Clinical items", size, true);
            headline("All items, routine ones too", size, false);
            kinds(size);
            new GroupTable(report, console).print(size, models());
            new CalibrationTables(report, console).print(size);
            differences(size);
        }
    }

    private void headline(String title, @Nullable Integer size, boolean clinical) {
        List<ComparisonReport.Summary> rows =
                report.summaries().stream()
                        .filter(row ->
                                row.kind() == null
                                        && row.clinicalItemsOnly() == clinical
                                        && Objects.equals(row.size(), size))
                        .toList();
        if (rows.isEmpty()) {
            return;
        }
        ComparisonReport.Summary first = rows.getFirst();
        console.line("%n%s: %,d visits of %,d patients", title, first.visits(), first.patients());
        console.line(
                "  %-22s %6s  %-17s %5s %5s %5s %5s %5s",
                "model", "train", "NDCG@10", "Rec10", "Pre10", "Hit10", "MRR", "MAP");
        for (ComparisonReport.Summary row : rows) {
            console.line(
                    "  %-22s %6d  %-17s %s",
                    Cells.name(row.model()),
                    row.trainPatients(),
                    Cells.interval(row.metrics().get(Metric.NDCG_10)),
                    BESIDE.stream()
                            .map(metric -> "%5s".formatted(Cells.mean(row.metrics().get(metric))))
                            .collect(Collectors.joining(" ")));
        }
    }

    private void kinds(@Nullable Integer size) {
        console.line("");
        console.line("By kind of clinical item: NDCG@10");
        console.line(
                "  %-22s %s",
                "model",
                Arrays.stream(ItemKind.values())
                        .map(kind -> "%12s".formatted(kind(kind)))
                        .collect(Collectors.joining(" ")));
        for (String model : models()) {
            console.line(
                    "  %-22s %s",
                    Cells.name(model),
                    Arrays.stream(ItemKind.values())
                            .map(kind -> "%12s".formatted(kind(model, size, kind)))
                            .collect(Collectors.joining(" ")));
        }
    }

    private String kind(String model, @Nullable Integer size, ItemKind kind) {
        return report.summaries().stream()
                .filter(row ->
                        row.model().equals(model)
                                && Objects.equals(row.size(), size)
                                && row.clinicalItemsOnly()
                                && row.kind() == kind)
                .map(row -> Cells.mean(row.metrics().get(Metric.NDCG_10)))
                .findFirst()
                .orElse("-");
    }

    private void differences(@Nullable Integer size) {
        List<ComparisonReport.Difference> rows =
                report.differences().stream()
                        .filter(row ->
                                row.clinicalItemsOnly()
                                        && row.kind() == null
                                        && Objects.equals(row.size(), size))
                        .toList();
        if (rows.isEmpty()) {
            return;
        }
        console.line(
                "%nDifferences from %s on the same visits, clinical items (* = without 0)",
                rows.getFirst().reference());
        console.line("  %-22s %-25s %s", "model", "NDCG@10", "Recall@10");
        for (ComparisonReport.Difference row : rows) {
            console.line(
                    "  %-22s %-25s %s",
                    Cells.name(row.model()),
                    Cells.difference(row.metrics().get(Metric.NDCG_10)),
                    Cells.difference(row.metrics().get(Metric.RECALL_10)));
        }
    }

    private List<String> models() {
        return report.summaries().stream().map(ComparisonReport.Summary::model).distinct().toList();
    }

    private static String kind(ItemKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
