package org.consilium.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.consilium.security.AccessException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that works on an open store. */
abstract class StoreCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        ConsiliumCommand command =
                (ConsiliumCommand) Objects.requireNonNull(spec).root().userObject();
        check();
        if (!command.gateway().exists(command.home())) {
            throw new AccessException(
                    "There is no store in " + command.home() + ": make one with consilium init.");
        }
        try (Workspace workspace =
                command.gateway().open(command.home(), command.passphrase().read())) {
            run(workspace, command.console(), command.json());
        }
        return Exit.DONE;
    }

    /** Whether the arguments make sense together; said before anything is opened. */
    void check() {}

    abstract void run(Workspace workspace, Console console, boolean json) throws Exception;

    ParameterException usage(String sentence) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
    }
}
