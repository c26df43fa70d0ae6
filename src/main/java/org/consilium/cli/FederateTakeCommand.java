package org.consilium.cli;

import java.nio.file.Path;
import org.consilium.tuning.FederationStep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Keeps what a federation has learned. */
@Command(name = "take", description = "Keeps the model of a round, to tune from or to serve.")
final class FederateTakeCommand extends StoreCommand {
    @Option(
            names = "--round",
            required = true,
            paramLabel = "FILE",
            description = "The round, from its coordinator.")
    private Path round = Path.of("");

    @Option(names = "--name", required = true, description = "Name to keep the model under.")
    private String name = "";

    @Override
    void run(Workspace workspace, Console console, boolean json) throws Exception {
        FederationStep step = workspace.federation().take(round, name);
        if (json) {
            console.json(step);
        } else {
            console.line("Kept as %s: consilium tune --base %s --seed 1", name, name);
        }
    }
}
