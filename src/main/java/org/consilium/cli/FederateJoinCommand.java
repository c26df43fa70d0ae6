package org.consilium.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.consilium.tuning.FederationStep;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A clinic's part in a round. */
@Command(
        name = "join",
        description = "Learns from a cohort for a round and writes the update to send back.")
final class FederateJoinCommand extends StoreCommand {
    @Option(
            names = "--round",
            required = true,
            paramLabel = "FILE",
            description = "The round, from its coordinator.")
    private Path round = Path.of("");

    @Option(names = "--cohort", required = true, description = "Name of the cohort.")
    private String cohort = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write.")
    private Path out = Path.of("");

    @Override
    void run(Workspace workspace, Console console, boolean json) throws Exception {
        FederationStep step = workspace.federation().joining(round, cohort, out).run(console);
        if (json) {
            console.json(step);
            return;
        }
        console.line(
                "%s, round %d: learned from %,d visits of %,d patients; the update's length is %s before clipping.",
                step.federation(),
                step.round(),
                step.visits(),
                step.patients(),
                number(step.length()));
        console.line(
                "On your patients held out: NDCG@10 %s by the round's model, %s by what was learned here alone.",
                number(step.before()), number(step.after()));
        console.line("%s", step.privacy());
    }

    private static String number(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }
}
