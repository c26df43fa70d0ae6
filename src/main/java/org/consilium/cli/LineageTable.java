package org.consilium.cli;

import org.consilium.tuning.Lineage;
import org.consilium.tuning.Waiver;

/** Which model came from which, and which was served when, as a tree and a list. */
final class LineageTable {
    private LineageTable() {}

    static void print(Lineage lineage, Console console, boolean json) {
        if (json) {
            console.json(lineage);
            return;
        }
        lineage.roots().forEach(root -> print(root, 0, console));
        for (Lineage.Served each : lineage.promotions()) {
            console.line(
                    "%s  %s %s, after %s",
                    each.at(), each.back() ? "back to" : "promoted", each.model(), each.before());
            Waiver waiver = each.waiver();
            if (waiver != null) {
                console.line("    signed by %s: %s", waiver.signedBy(), waiver.reason());
                each.findings().lines().forEach(line -> console.line("    although: %s", line));
            }
        }
    }

    private static void print(Lineage.Node node, int depth, Console console) {
        console.line(
                "%s %s%s",
                node.model().served() ? "*" : " ", "   ".repeat(depth), node.model().name());
        node.tuned().forEach(each -> print(each, depth + 1, console));
    }
}
