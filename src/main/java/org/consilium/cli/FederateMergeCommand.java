package org.consilium.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.consilium.tuning.FederationStep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The coordinator's part in a round. */
@Command(
        name = "merge",
        description = "Merges the clinics' updates into a model and writes the next round.")
final class FederateMergeCommand extends StoreCommand {
    @Option(
            names = "--round",
            required = true,
            paramLabel = "FILE",
            description = "The round that was sent out.")
    private Path round = Path.of("");

    @Option(names = "--name", required = true, description = "Name of the model to make.")
    private String name = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "File to write: the next round.")
    private Path out = Path.of("");

    @Parameters(arity = "1..*", paramLabel = "UPDATE", description = "Files of the clinics.")
    private List<Path> updates = List.of();

    @Override
    void run(Workspace workspace, Console console, boolean json) throws Exception {
        FederationStep step =
                workspace.federation().merging(round, updates, name, out).run(console);
        if (json) {
            console.json(step);
            return;
        }
        console.line(
                "%s, round %d: %s from %d clinics with %,d visits of %,d patients.",
                step.federation(),
                step.round(),
                Objects.requireNonNullElse(step.model(), "-"),
                step.clinics(),
                step.visits(),
                step.patients());
        console.line("%s", step.privacy());
        console.message("Send the next round to every clinic, or serve the model: models promote");
    }
}
