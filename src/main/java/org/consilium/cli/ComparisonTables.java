package org.consilium.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.consilium.clinical.ItemKind;
import org.consilium.tuning.ComparisonReport;
import org.consilium.tuning.Estimate;
import org.consilium.tuning.Metric;
import org.consilium.tuning.PatientGroup;
import org.jspecify.annotations.Nullable;

/** A comparison of models as tables that fit 80 columns, one set for each number of patients. */
final class ComparisonTables {
    private static final List<Metric> BESIDE =
            List.of(
                    Metric.RECALL_10,
                    Metric.PRECISION_10,
                    Metric.HIT_RATE_10,
                    Metric.MRR,
                    Metric.MAP);
    private static final int MOST_COLUMNS = 6;

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
            groups(size);
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
        console.line(
                "%n%s: %,d visits of %,d patients", title, first.visits(), first.patients());
        console.line(
                "  %-24s %6s  %-17s %5s %5s %5s %5s %5s",
                "model", "train", "NDCG@10", "Rec10", "Pre10", "Hit10", "MRR", "MAP");
        for (ComparisonReport.Summary row : rows) {
            console.line(
                    "  %-24s %6d  %-17s %s",
                    Cells.name(row.model()),
                    row.trainPatients(),
                    Cells.interval(row.metrics().get(Metric.NDCG_10)),
                    BESIDE.stream()
                            .map(metric -> "%5s".formatted(Cells.mean(row.metrics().get(metric))))
                            .collect(Collectors.joining(" ")));
        }
    }

    private void kinds(@Nullable Integer size) {
        console.line("%nBy kind of clinical item: NDCG@10");
        console.line(
                "  %-24s %s",
                "model",
                Arrays.stream(ItemKind.values())
                        .map(kind -> "%12s".formatted(kind(kind)))
                        .collect(Collectors.joining(" ")));
        for (String model : models()) {
            console.line(
                    "  %-24s %s",
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

    private void groups(@Nullable Integer size) {
        console.line("%nBy group of patients: NDCG@10 of clinical items");
        List<String> models = models();
        for (int from = 0; from < models.size(); from += MOST_COLUMNS) {
            groups(size, models.subList(from, Math.min(from + MOST_COLUMNS, models.size())));
        }
        if (!report.suppressed().isEmpty()) {
            String names =
                    report.suppressed().stream()
                            .map(group -> group.dimension().label() + " " + group.value())
                            .collect(Collectors.joining("; "));
            Cells.wrap(
                            "Fewer than %d patients, not shown: %s."
                                    .formatted(report.settings().fewestInGroup(), names))
                    .forEach(line -> console.line("  %s", line));
        }
    }

    private void groups(@Nullable Integer size, List<String> models) {
        console.line(
                "  %-26s %8s %s",
                "",
                "patients",
                models.stream()
                        .map(model -> "%6s".formatted(Cells.cut(model, 6)))
                        .collect(Collectors.joining(" ")));
        Map<PatientGroup, List<ComparisonReport.GroupRow>> byGroup =
                report.groups().stream()
                        .filter(row -> Objects.equals(row.size(), size))
                        .collect(
                                Collectors.groupingBy(
                                        ComparisonReport.GroupRow::group,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        byGroup.forEach((group, rows) ->
                console.line(
                        "  %-26s %,8d %s",
                        Cells.cut(group.dimension().label() + " " + group.value(), 26),
                        rows.getFirst().patients(),
                        models.stream()
                                .map(model -> "%6s".formatted(ndcg(rows, model)))
                                .collect(Collectors.joining(" "))));
    }

    private static String ndcg(List<ComparisonReport.GroupRow> rows, String model) {
        Optional<Estimate> estimate =
                rows.stream()
                        .filter(row -> row.model().equals(model))
                        .flatMap(row ->
                                Optional.ofNullable(row.metrics().get(Metric.NDCG_10)).stream())
                        .findFirst();
        return Cells.mean(estimate.orElse(null));
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
        console.line("  %-24s %-25s %-25s", "model", "NDCG@10", "Recall@10");
        for (ComparisonReport.Difference row : rows) {
            console.line(
                    "  %-24s %-25s %-25s",
                    Cells.name(row.model()),
                    Cells.difference(row.metrics().get(Metric.NDCG_10)),
                    Cells.difference(row.metrics().get(Metric.RECALL_10)));
        }
    }

    private List<String> models() {
        return report.summaries().stream()
                .map(ComparisonReport.Summary::model)
                .distinct()
                .toList();
    }

    private static String kind(ItemKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
