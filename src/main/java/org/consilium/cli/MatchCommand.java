package org.consilium.cli;

import java.util.List;
import org.consilium.tuning.DomainMatch;
import org.consilium.tuning.Readiness;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How well base models fit a cohort. */
@Command(
        name = "match",
        description = "Shows how well base models fit a cohort, and what follows for tuning.")
final class MatchCommand extends StoreCommand {
    @Option(names = "--cohort", required = true, description = "Name of the cohort.")
    private String cohort = "";

    @Option(names = "--base", description = "Only this model (default: all base models).")
    private @Nullable String base;

    @Override
    void run(Workspace workspace, Console console, boolean json) throws Exception {
        List<DomainMatch> matches = workspace.tuning().matching(cohort, base).run(console);
        if (json) {
            console.json(matches);
            return;
        }
        console.line(
                "%-30s %11s %11s %10s %10s %10s %s",
                "model",
                "facts known",
                "items known",
                "by text",
                "fact shift",
                "item shift",
                "transfer");
        for (DomainMatch match : matches) {
            console.line(
                    "%-30s %10.1f%% %10.1f%% %9.1f%% %10s %10s %s",
                    match.model(),
                    100 * match.knownFactUse(),
                    100 * match.knownItemUse(),
                    100 * match.knownByText(),
                    bits(match.factShift()),
                    bits(match.itemShift()),
                    match.transfer().words());
            console.line("  %s", match.reason());
        }
        Readiness readiness = workspace.tuning().runs().readiness(cohort);
        readiness.limits().forEach(limit -> console.line("%s", limit));
        console.line("%s", readiness.feedback());
        console.message(
                "Shift in bits: 0 is used as often there as here, 1 has nothing in common.");
    }

    private static String bits(double divergence) {
        return divergence < 0 ? "-" : "%.3f".formatted(divergence);
    }
}
