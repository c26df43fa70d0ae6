package org.consilium.cli;

import java.util.List;
import org.consilium.clinical.AlertUse;
import picocli.CommandLine.Command;

/** Says how often each safety rule was shown and overridden. */
@Command(name = "alerts", description = "Says how often each safety rule was shown and overridden.")
final class AlertsCommand extends StoreCommand {

    /** One rule. */
    record Row(String rule, int shown, int overridden, boolean review) {}

    @Override
    void run(Workspace workspace, Console console, boolean json) {
        List<AlertUse> uses = workspace.decisions().alertUse();
        if (json) {
            console.json(
                    uses.stream()
                            .map(use ->
                                    new Row(
                                            use.rule(),
                                            use.shown(),
                                            use.overridden(),
                                            use.needsReview()))
                            .toList());
            return;
        }
        uses.forEach(use ->
                console.line(
                        "%-40s shown %5d  overridden %5d%s",
                        use.rule(),
                        use.shown(),
                        use.overridden(),
                        use.needsReview() ? "  REVIEW: overridden more than 9 times in 10" : ""));
        if (uses.isEmpty()) {
            console.message("No decision was taken with a safety alert yet.");
        }
    }
}
