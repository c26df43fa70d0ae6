package org.consilium.cli;

import java.nio.file.Path;
import java.util.Objects;
import org.consilium.tuning.FederationService;
import org.consilium.tuning.FederationStep;
import org.consilium.tuning.federated.ClinicPrivacy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Opens a federation. */
@Command(name = "start", description = "Opens a federation: writes the file of its first round.")
final class FederateStartCommand extends StoreCommand {
    @Option(names = "--name", required = true, description = "What to call the federation.")
    private String name = "";

    @Option(names = "--base", description = "Model to start from (default: the shipped one).")
    private @Nullable String base;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write.")
    private Path out = Path.of("");

    @Option(
            names = "--epochs",
            description = "Passes of a clinic over its visits in a round (default 5).")
    private int epochs = FederationService.Agreement.USUAL.epochs();

    @Option(names = "--learning-rate", description = "Of Adam (default 0.001).")
    private double learningRate = FederationService.Agreement.USUAL.learningRate();

    @Option(
            names = "--clip",
            paramLabel = "C",
            description = "Greatest length of a clinic's update (default: any).")
    private double clip;

    @Option(
            names = "--noise",
            paramLabel = "Z",
            description = {
                "Gaussian noise of Z times the clip on each number of an update (default: none).",
                "What it promises is said; noise that promises much leaves nothing to learn."
            })
    private double noise;

    private FederationService.Agreement agreed = FederationService.Agreement.USUAL;

    @Override
    void check() {
        try {
            agreed =
                    new FederationService.Agreement(
                            epochs, learningRate, new ClinicPrivacy(clip, noise));
        } catch (IllegalArgumentException e) {
            throw usage(Objects.requireNonNull(e.getMessage()));
        }
    }

    @Override
    void run(Workspace workspace, Console console, boolean json) throws Exception {
        FederationStep step = workspace.federation().start(base, name, agreed, out);
        if (json) {
            console.json(step);
            return;
        }
        console.line(
                "%s begins with %s.",
                step.federation(), Objects.requireNonNullElse(step.model(), "-"));
        console.line("%s", step.privacy());
        console.message("Send the file to every clinic: consilium federate join --round FILE");
    }
}
