package org.consilium.cli;

import java.util.List;
import java.util.Objects;
import org.consilium.tuning.ComparisonReport;
import org.consilium.tuning.evaluation.Calibration;
import org.jspecify.annotations.Nullable;

/** Calibration, and what accuracy does not say, as tables that fit 80 columns. */
final class CalibrationTables {
    private final ComparisonReport report;
    private final Console console;

    CalibrationTables(ComparisonReport report, Console console) {
        this.report = report;
        this.console = console;
    }

    void print(@Nullable Integer size) {
        List<ComparisonReport.CalibrationRow> rows =
                report.calibration().stream()
                        .filter(row -> Objects.equals(row.size(), size))
                        .toList();
        if (!rows.isEmpty()) {
            calibration(rows);
        }
        beyondAccuracy(size);
    }

    private void calibration(List<ComparisonReport.CalibrationRow> rows) {
        console.line("");
        console.line("Calibration of clinical items: expected calibration error (ECE)");
        console.line("  %-22s %-10s %-23s %s", "model", "fitted", "ECE", "ECE within .1 to .9");
        for (ComparisonReport.CalibrationRow row : rows) {
            console.line(
                    "  %-22s %-10s %-23s %s",
                    Cells.name(row.model()),
                    row.method().label(),
                    Cells.fine(row.error()),
                    Cells.interval(row.errorWithin()));
        }
        ComparisonReport.CalibrationRow first = rows.getFirst();
        console.line("  Reliability of %s, %s:", Cells.name(first.model()), first.method().label());
        console.line("  %13s %12s %12s %10s", "probability", "mean", "started", "cases");
        for (Calibration.Bin bin : first.bins()) {
            console.line(
                    "    %4.1f to %4.1f %12.3f %12.3f %,10d",
                    bin.low(), bin.high(), bin.meanProbability(), bin.observedRate(), bin.cases());
        }
    }

    private void beyondAccuracy(@Nullable Integer size) {
        List<ComparisonReport.BeyondAccuracy> rows =
                report.beyondAccuracy().stream()
                        .filter(row -> Objects.equals(row.size(), size))
                        .toList();
        if (rows.isEmpty()) {
            return;
        }
        ComparisonReport.BeyondAccuracy any = rows.getFirst();
        console.line(
                "%nBeyond accuracy: first %d of %,d clinical items in use; %,d cold (< %d visits)",
                report.settings().itemsShown(),
                any.catalogue(),
                any.coldItems(),
                report.settings().coldVisits());
        console.line(
                "  %-22s %5s %5s %5s  %-17s %8s %7s",
                "", "", "", "", "macro-averaged", "cold", "cold");
        console.line(
                "  %-22s %5s %5s %5s  %-17s %8s %7s",
                "model", "cover", "Gini", "bits", "recall@10", "NDCG@10", "Rec10");
        for (ComparisonReport.BeyondAccuracy row : rows) {
            console.line(
                    "  %-22s %5s %5s %5s  %-17s %8s %7s",
                    Cells.name(row.model()),
                    Cells.number(row.coverage()),
                    Cells.number(row.gini()),
                    row.novelty() == null ? "-" : "%.2f".formatted(row.novelty().mean()),
                    Cells.interval(row.macroRecall()),
                    Cells.mean(row.coldNdcg()),
                    Cells.mean(row.coldRecall()));
        }
    }
}
