package org.consilium.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consilium.tuning.ComparisonReport;
import org.consilium.tuning.Estimate;
import org.consilium.tuning.Metric;
import org.consilium.tuning.PatientGroup;
import org.jspecify.annotations.Nullable;

/** Models by group of patients, in 80 columns. */
final class GroupTable {
    private static final int MOST_COLUMNS = 6;

    private final ComparisonReport report;
    private final Console console;

    GroupTable(ComparisonReport report, Console console) {
        this.report = report;
        this.console = console;
    }

    void print(@Nullable Integer size, List<String> models) {
        console.line("");
        console.line("By group of patients: NDCG@10 of clinical items");
        Cells.wrap(
                        IntStream.range(0, models.size())
                                .mapToObj(number -> (number + 1) + "=" + models.get(number))
                                .collect(Collectors.joining(", ")))
                .forEach(line -> console.line("  %s", line));
        for (int from = 0; from < models.size(); from += MOST_COLUMNS) {
            groups(size, models, from, Math.min(from + MOST_COLUMNS, models.size()));
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

    private void groups(@Nullable Integer size, List<String> all, int from, int to) {
        List<String> models = all.subList(from, to);
        console.line(
                "  %-26s %8s %s",
                "",
                "patients",
                IntStream.range(from, to)
                        .mapToObj(number -> "%6d".formatted(number + 1))
                        .collect(Collectors.joining(" ")));
        Map<PatientGroup, List<ComparisonReport.GroupRow>> byGroup =
                report.groups().stream()
                        .filter(row -> Objects.equals(row.size(), size))
                        .filter(row -> isRecorded(row.group().dimension()))
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

    /** Whether any record says so. */
    private boolean isRecorded(PatientGroup.Dimension dimension) {
        return Stream.concat(
                        report.groups().stream().map(ComparisonReport.GroupRow::group),
                        report.suppressed().stream())
                .anyMatch(group ->
                        group.dimension() == dimension
                                && !group.value().equals(PatientGroup.NOT_RECORDED));
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
}
