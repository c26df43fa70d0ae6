package org.consilium.cli;

import java.util.Objects;
import org.consilium.tuning.monitor.MonitorReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How the served model does as time goes by. */
@Command(
        name = "monitor",
        description = {
            "How the served model does on a cohort as time goes by: acceptance, drift of inputs,",
            "calibration and groups, and whether a new tuning is proposed."
        })
final class MonitorCommand extends StoreCommand {
    @Option(names = "--cohort", required = true, description = "Name of the cohort.")
    private String cohort = "";

    @Override
    void run(Workspace workspace, Console console, boolean json) throws Exception {
        MonitorReport report = workspace.tuning().monitoring(cohort).run(console);
        if (json) {
            console.json(report);
            return;
        }
        console.line("%s on %s", report.model(), report.cohort());
        report.acceptance()
                .forEach(each ->
                        console.line(
                                "  %s  %d of %d accepted",
                                each.quarter(), each.accepted(), each.decided()));
        report.declined().forEach((why, count) -> console.line("  declined, %s: %d", why, count));
        report.overrides()
                .forEach((why, count) -> console.line("  overridden, %s: %d", why, count));
        report.drift()
                .forEach(each ->
                        console.line(
                                "  %-14s stability index %.3f%s",
                                each.family().label(),
                                each.index(),
                                each.isChanged() ? "  changed" : ""));
        for (MonitorReport.Period each : report.periods()) {
            console.line(
                    "  %d  %,d visits  %.2f started for each expected  NDCG@10 %s",
                    each.year(),
                    each.visits(),
                    each.ratio(),
                    each.ndcg() == null ? "-" : "%.3f".formatted(each.ndcg()));
        }
        if (report.proposals().isEmpty()) {
            console.line("Nothing calls for a new tuning.");
        } else {
            console.line("A new tuning is proposed:");
            report.proposals().forEach(each -> console.line("  %s", Objects.requireNonNull(each)));
        }
    }
}
