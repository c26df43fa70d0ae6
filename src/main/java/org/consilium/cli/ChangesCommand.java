package org.consilium.cli;

import java.util.List;
import org.consilium.tuning.TopChange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whose list a tuned model changes most, and why. */
@Command(
        name = "changes",
        description = "Whose first five a tuned model changes most from its base, and why.")
final class ChangesCommand extends StoreCommand {
    @Parameters(index = "0", paramLabel = "MODEL", description = "Name of a tuned model.")
    private String model = "";

    @Option(names = "--top", description = "How many patients (default 10).")
    private int top = 10;

    @Override
    void check() {
        if (top < 1) {
            throw usage("--top takes a number from 1.");
        }
    }

    @Override
    void run(Workspace workspace, Console console, boolean json) throws Exception {
        List<TopChange> changes = workspace.tuning().changes(model, top).run(console);
        if (json) {
            console.json(changes);
            return;
        }
        for (TopChange each : changes) {
            console.line("%s at %s: overlap %.2f", each.patientId(), each.visit(), each.overlap());
            console.line("  before  %s", String.join(" | ", each.before()));
            console.line("  after   %s", String.join(" | ", each.after()));
            each.why().forEach(why -> console.line("  %s", why));
        }
        if (changes.isEmpty()) {
            console.line("Nobody's first five change.");
        }
    }
}
