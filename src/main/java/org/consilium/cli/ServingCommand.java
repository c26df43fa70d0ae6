package org.consilium.cli;

import java.util.Objects;
import org.consilium.tuning.Deployment;
import org.consilium.tuning.ServingState;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Turns recommendations off everywhere, and on again. */
@Command(
        name = "serving",
        description = "Stops recommendations everywhere, gives them again, or tells which it is.")
final class ServingCommand extends StoreCommand {
    /** What to do. */
    enum Action {
        STATUS,
        STOP,
        START
    }

    @Parameters(index = "0", paramLabel = "ACTION", description = "status, stop or start.")
    private Action action = Action.STATUS;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; for stop and start.")
    private @Nullable String reason;

    @Option(
            names = "--sign",
            paramLabel = "NAME",
            description = "Who does it (default: the person logged in).")
    private String signer = System.getProperty("user.name", "");

    @Override
    void check() {
        if ((action == Action.STATUS) != (reason == null)) {
            throw usage("serving stop and start take --reason TEXT, status does not.");
        }
    }

    @Override
    void run(Workspace workspace, Console console, boolean json) {
        Deployment deployment = workspace.tuning().deployment();
        ServingState state =
                switch (action) {
                    case STATUS -> deployment.state();
                    case STOP -> deployment.stop(signer, Objects.requireNonNull(reason));
                    case START -> deployment.start(signer, Objects.requireNonNull(reason));
                };
        if (json) {
            console.json(state);
        } else if (state.stopped()) {
            console.line(
                    "Recommendations are stopped since %s by %s: %s",
                    String.valueOf(state.at()), String.valueOf(state.who()), state.reason());
        } else {
            console.line("Recommendations are given.");
        }
    }
}
