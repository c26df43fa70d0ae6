package org.consilium.cli;

import java.util.Locale;
import java.util.Map;
import org.consilium.tuning.Estimate;
import org.consilium.tuning.FairnessMeasure;
import org.consilium.tuning.FairnessReport;
import org.consilium.tuning.MembershipTest;
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
