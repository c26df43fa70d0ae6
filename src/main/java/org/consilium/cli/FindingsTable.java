package org.consilium.cli;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.consilium.tuning.Estimate;
import org.consilium.tuning.FairnessMeasure;
import org.consilium.tuning.FairnessReport;
import org.consilium.tuning.LearningPoint;
import org.consilium.tuning.MembershipTest;
import org.consilium.tuning.ReliabilityCurve;
import org.consilium.tuning.RunFindings;

/** What a run changed for whom, as tables. */
final class FindingsTable {
    private FindingsTable() {}

    static void print(RunFindings findings, Console console) {
        console.line("Less %s, paired by visit, over clinical items:", findings.reference());
        findings.change().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each ->
                        console.line("  %-14s %s", each.getKey().label(), words(each.getValue())));
        quality(findings, console);
        fairness(findings.fairness(), console);
        console.line("What moved most:");
        findings.moved()
                .forEach(each ->
                        console.line(
                                "  %s (%s)",
                                each.words(),
                                String.format(
                                        Locale.ROOT,
                                        "%+.2f, was %+.2f",
                                        each.after(),
                                        each.before())));
        MembershipTest membership = findings.membership();
        if (membership != null) {
            console.line("%s", membership.words());
        }
    }

    /** Whether probabilities are kept, and how it would have done with fewer patients. */
    private static void quality(RunFindings findings, Console console) {
        if (!findings.reliability().isEmpty()) {
            console.line("Expected calibration error (ECE) over clinical items:");
            console.line("  %-8s %-23s %s", "", "all", "within .1 to .9");
        }
        for (ReliabilityCurve each : findings.reliability()) {
            console.line(
                    "  %-8s %-23s %s",
                    each.model(), Cells.fine(each.error()), Cells.interval(each.errorWithin()));
        }
        for (ReliabilityCurve each : findings.reliability()) {
            console.line(
                    "  %s: probability %s",
                    each.model(),
                    each.calibration().bins().stream()
                            .map(bin ->
                                    "%s -> %s"
                                            .formatted(
                                                    Cells.number(bin.meanProbability()),
                                                    Cells.number(bin.observedRate())))
                            .collect(Collectors.joining(", ")));
        }
        if (!findings.learning().isEmpty()) {
            console.line("NDCG@10 over clinical items, learned from fewer patients:");
            console.line("  %8s  %-19s %s", "patients", "tuned", "from nothing");
        }
        for (LearningPoint each : findings.learning()) {
            console.line(
                    "  %,8d  %-19s %s",
                    each.patients(), Cells.interval(each.tuned()), Cells.interval(each.scratch()));
        }
    }

    private static void fairness(FairnessReport report, Console console) {
        console.line(
                "By group, before and after, and by how much it fell further behind the others (%d groups of fewer than 20 are left out):",
                report.suppressed());
        for (FairnessReport.Group group : report.groups()) {
            console.line("  %s, %,d patients", group.words(), group.patients());
            for (FairnessMeasure measure : FairnessMeasure.values()) {
                FairnessReport.Gap gap = group.gaps().get(measure);
                if (gap != null) {
                    console.line(
                            "    %-18s %.3f  %.3f  %s%s",
                            measure.label(),
                            gap.before(),
                            gap.after(),
                            words(gap.growth()),
                            gap.worsened() ? "  worse" : "");
                }
            }
        }
    }

    private static String words(Estimate estimate) {
        return String.format(
                Locale.ROOT,
                "%+.3f [%+.3f, %+.3f]",
                estimate.mean(),
                estimate.low(),
                estimate.high());
    }
}
